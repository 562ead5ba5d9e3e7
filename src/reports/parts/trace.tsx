import type { VNode } from 'preact';
import type { Part } from '../data/index.ts';
import type { View } from '../view.ts';
import { Unfold } from './pieces.tsx';
import type { Sources } from './source.tsx';

interface TraceProps {
  readonly view: View;
  /** The section. */
  readonly id: string;
  readonly parts: readonly Part[];
  readonly sources: Sources;
}

/** The id of a query of a section. */
export const queryId = (section: string, place: number): string => `sql-${section}-${place + 1}`;

/** What a section is made from: the tables, with what the dictionary says of them where it is published, and the queries as they were sent, which tables lead to. */
export function Trace({ view, id, parts, sources }: TraceProps): VNode {
  const words = view.t.page.trace;
  const queries = parts.flatMap((part) => view.data.trace[part]);
  const relations = [...new Set(queries.flatMap((query) => query.relations))].sort();
  return (
    <aside class="trace">
      <Unfold label={words.title}>
        <p>
          {words.madeFrom}{' '}
          {relations.map((relation, i) => (
            <>
              {i === 0 ? '' : ', '}
              {sources.hasDictionary ? <a href={`dictionary.html#${relation}`}>{relation}</a> : relation}
            </>
          ))}
        </p>
        {parts.includes('models') ? <p>{words.fitted}</p> : null}
        <p>{words.run}</p>
        {queries.map((query, place) => {
          const own = queryId(id, place);
          return (
            <pre id={sources.ids.get(query) === own ? own : undefined} tabIndex={0}>
              {query.text}
            </pre>
          );
        })}
      </Unfold>
    </aside>
  );
}
