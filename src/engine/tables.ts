import { sql } from '../sql/sql.ts';
import type { Engine } from './engine.ts';

/** The tables and views of a database, `segments.audience`; left out: of the one that is open. Releases of earlier versions lack some. */
export async function tablesIn(engine: Engine, catalogue?: string): Promise<ReadonlySet<string>> {
  const here = catalogue === undefined ? sql`current_database()` : sql`${catalogue}`;
  const rows = await engine.rows(
    sql`select table_schema || '.' || table_name as relation from information_schema.tables
      where table_catalog = ${here} order by relation`,
    { relation: 'text' },
  );
  return new Set(rows.map(({ relation }) => relation));
}
