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

const asked = new WeakMap<object, TracedQuery>();

/** The query that a row was read by; undefined: it was made of others. */
export const queryOf = (row: unknown): TracedQuery | undefined =>
  typeof row === 'object' && row !== null ? asked.get(row) : undefined;

/** The same engine for readers, which ask it for rows alone; it keeps what they ask, and what each row came by. */
export const tracing = (engine: Engine, kept: TracedQuery[]): Engine =>
  ({
    rows: async (...[query, ...rest]: Parameters<Engine['rows']>) => {
      const traced = trace(show(query));
      kept.push(traced);
      const rows = await engine.rows(query, ...rest);
      for (const row of rows) asked.set(row, traced);
      return rows;
    },
  }) as Engine;
