import type { Engine, Row } from '../engine/engine.ts';
import { tablesIn } from '../engine/tables.ts';
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
  if (!(await tablesIn(engine)).has('segments.audience')) return [];
  return engine.rows(sql`select * from segments.audience order by audience`, shape);
}
