import { createContext } from 'preact';
import type { VNode } from 'preact';
import { queryOf, type TracedQuery } from '../data/trace.ts';

/** Where the queries of a page stand. */
export interface Sources {
  /** By query, the id of the place where it is shown. */
  readonly ids: ReadonlyMap<TracedQuery, string>;
  /** The dictionary is published beside the page. */
  readonly hasDictionary: boolean;
}

/** The queries of the page that is being made; null on pages that show none. */
export const SourcesOf = createContext<Sources | null>(null);

/** The first query of a relation. */
const queryFrom = ({ ids }: Sources, relation: string): TracedQuery | undefined =>
  [...ids.keys()].find(({ relations }) => relations.includes(relation));

/** What a table is read from: its relations, which lead to the dictionary, and its query. `from` names the relation where the rows are made of those that were read. */
export const Source = ({ rows, from }: { rows: readonly unknown[]; from: string | undefined }): VNode => (
  <SourcesOf.Consumer>
    {(sources) => {
      if (sources === null) return null;
      const query = from === undefined ? queryOf(rows[0]) : queryFrom(sources, from);
      const id = query && sources.ids.get(query);
      if (id === undefined) return null;
      return (
        <p class="source">
          {(from === undefined ? query!.relations : [from]).map((relation) => (
            <>{sources.hasDictionary ? <a href={`dictionary.html#${relation}`}>{relation}</a> : relation} </>
          ))}
          <a href={`#${id}`}>SQL</a>
        </p>
      );
    }}
  </SourcesOf.Consumer>
);
