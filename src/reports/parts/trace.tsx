import type { ComponentChildren, VNode } from 'preact';
import type { Part } from '../data/index.ts';
import { fileOf, type View } from '../view.ts';
import { Unfold } from './pieces.tsx';
import { SourcesOf, type Sources } from './source.tsx';

interface TraceProps {
  readonly view: View;
  /** The section. */
  readonly id: string;
  readonly parts: readonly Part[];
  readonly children: ComponentChildren;
}

/** A section, and below it what it is made from: the tables, with what the dictionary says of them where it is published, and the queries as they were sent, which its tables lead to. */
export function Traced({ view, id, parts, children }: TraceProps): VNode {
  const queries = parts.flatMap((part) => view.data.trace[part]);
  const hasDictionary = fileOf(view, { file: 'dictionary.html' }) !== undefined;
  const sources = { queries, hasDictionary, idOf: (place: number) => `sql-${id}-${place + 1}` };
  return (
    <SourcesOf.Provider value={sources}>
      {children}
      {parts.length === 0 ? null : <Trace view={view} parts={parts} sources={sources} />}
    </SourcesOf.Provider>
  );
}

function Trace({ view, parts, sources }: { view: View; parts: readonly Part[]; sources: Sources }): VNode {
  const words = view.t.page.trace;
  const { queries, hasDictionary, idOf } = sources;
  const relations = [...new Set(queries.flatMap((query) => query.relations))].sort();
  return (
    <aside class="trace">
      <Unfold label={words.title}>
        <p>
          {words.madeFrom}{' '}
          {relations.map((relation, i) => (
            <>
              {i === 0 ? '' : ', '}
              {hasDictionary ? <a href={`dictionary.html#${relation}`}>{relation}</a> : relation}
            </>
          ))}
        </p>
        {parts.includes('models') ? <p>{words.fitted}</p> : null}
        <p>{words.run}</p>
        {queries.map(({ text }, place) => (
          <pre id={idOf(place)} tabIndex={0}>
            {text}
          </pre>
        ))}
      </Unfold>
    </aside>
  );
}
