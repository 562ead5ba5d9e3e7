import type { Engine, Row } from '../engine/engine.ts';
import { sql } from '../sql/sql.ts';

const shape = {
  audience: 'text',
  title: 'text?',
  description: 'text?',
  condition: 'text',
  customers: 'integer',
  by_condition: 'integer',
  included: 'integer',
  excluded: 'integer',
} as const;

/** An audience of a release, as its run had it. */
export type ReleasedAudience = Readonly<Row<typeof shape>>;

/** The audiences of a release in the order of their names; none where it is of before there were any. */
export async function releasedAudiences(engine: Engine): Promise<ReleasedAudience[]> {
  const tables = await engine.rows(
    sql`select table_name from information_schema.tables
      where table_catalog = current_database() and table_schema = 'segments' and table_name = 'audience'`,
    { table_name: 'text' },
  );
  return tables.length === 0 ? [] : engine.rows(sql`select * from segments.audience order by audience`, shape);
}
