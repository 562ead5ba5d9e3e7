import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { sql } from '../../sql/sql.ts';

/** What is foretold of a customer. */
export interface Outlook {
  /** To buy again within so many days after a day, the last one on which purchases are known. */
  readonly probability: number;
  readonly within_days: number;
  readonly after: string;
}

/** Null where nothing is foretold: no such step, a prospect, a lapsed customer. */
export async function readOutlook(engine: Engine, id: string): Promise<Outlook | null> {
  if (!(await tablesIn(engine)).has('scores.repurchase')) return null;
  const [found] = await engine.rows(
    sql`select probability, cast(json_extract_string(fitted, '$.options.within_days') as integer) as within_days,
        json_extract_string(fitted, '$.holdout.until') as after
      from scores.repurchase join models.fitted on model = 'repurchase' where customer_id = ${id}`,
    { probability: 'number', within_days: 'integer', after: 'day' },
    1,
  );
  return found ?? null;
}
