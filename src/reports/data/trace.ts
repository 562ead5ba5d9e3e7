import type { Engine } from '../../engine/engine.ts';
import { show } from '../../sql/sql.ts';

/** A query as it was sent, with its values in place, and the tables that it reads. */
export interface TracedQuery {
  readonly text: string;
  readonly relations: readonly string[];
}

const tableName = /\b(?:marts|segments|models|scores|features|raw)"?\."?[a-z_]+/g;

const trace = (text: string): TracedQuery => ({
  text: text.replace(/\n\s+/g, '\n').trim(),
  relations: [...new Set((text.match(tableName) ?? []).map((found) => found.replaceAll('"', '')))].sort(),
});

/** The same engine for readers, which ask it for rows alone; it keeps what they ask. */
export const tracing = (engine: Engine, kept: TracedQuery[]): Engine =>
  ({
    rows: (...[query, ...rest]: Parameters<Engine['rows']>) => {
      kept.push(trace(show(query)));
      return engine.rows(query, ...rest);
    },
  }) as Engine;
