import type { VNode } from 'preact';
import type { Part } from '../data/index.ts';
import { fileOf, type View } from '../view.ts';
import { Unfold } from './pieces.tsx';

/** What a section is made from: the tables, with what the dictionary says of them where it is published, and the queries as they were sent. */
export function Trace({ view, parts }: { view: View; parts: readonly Part[] }): VNode {
  const words = view.t.page.trace;
  const queries = parts.flatMap((part) => view.data.trace[part]);
  const relations = [...new Set(queries.flatMap((query) => query.relations))].sort();
  const isPublished = fileOf(view, { file: 'dictionary.html' }) !== undefined;
  return (
    <aside class="trace">
      <Unfold label={words.title}>
        <p>
          {words.madeFrom}{' '}
          {relations.map((relation, i) => (
            <>
              {i === 0 ? '' : ', '}
              {isPublished ? <a href={`dictionary.html#${relation}`}>{relation}</a> : relation}
            </>
          ))}
        </p>
        {parts.includes('models') ? <p>{words.fitted}</p> : null}
        <p>{words.run}</p>
        {queries.map(({ text }) => (
          <pre tabIndex={0}>{text}</pre>
        ))}
      </Unfold>
    </aside>
  );
}
