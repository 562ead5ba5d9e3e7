import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { sql } from '../../sql/sql.ts';

/** What is foretold of a customer. */
export interface Outlook {
  /** To buy again within so many days. */
  readonly probability: number;
  readonly within_days: number;
}

/** Null where nothing is foretold: no such step, a prospect, a lapsed customer. */
export async function readOutlook(engine: Engine, id: string): Promise<Outlook | null> {
  if (!(await tablesIn(engine)).has('scores.repurchase')) return null;
  const [found] = await engine.rows(
    sql`select probability, cast(json_extract_string(fitted, '$.options.within_days') as integer) as within_days
      from scores.repurchase join models.fitted on model = 'repurchase' where customer_id = ${id}`,
    { probability: 'number', within_days: 'integer' },
    1,
  );
  return found ?? null;
}
