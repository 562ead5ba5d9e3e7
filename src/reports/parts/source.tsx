import { createContext } from 'preact';
import type { VNode } from 'preact';
import { queryOf, type TracedQuery } from '../data/trace.ts';

/** Where the queries of a section stand, and what leads there. */
export interface Sources {
  /** In the order in which they stand below the section. */
  readonly queries: readonly TracedQuery[];
  /** The id of a query, by its place. */
  readonly idOf: (place: number) => string;
  /** The dictionary is published beside the page. */
  readonly hasDictionary: boolean;
}

/** The queries of the section that is being made; none on pages that show none. */
export const SourcesOf = createContext<Sources | null>(null);

/** What a table is read from: its relations, which lead to the dictionary, and its query. Nothing where its rows are made of several. */
export const Source = ({ rows }: { rows: readonly unknown[] }): VNode => (
  <SourcesOf.Consumer>
    {(sources) => {
      const query = queryOf(rows[0]);
      const place = query === undefined ? -1 : (sources?.queries.indexOf(query) ?? -1);
      if (sources === null || query === undefined || place < 0) return null;
      return (
        <p class="source">
          {query.relations.map((relation) => (
            <>{sources.hasDictionary ? <a href={`dictionary.html#${relation}`}>{relation}</a> : relation} </>
          ))}
          <a href={`#${sources.idOf(place)}`}>SQL</a>
        </p>
      );
    }}
  </SourcesOf.Consumer>
);
