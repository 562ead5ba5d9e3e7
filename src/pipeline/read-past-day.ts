import type { Engine } from '../engine/engine.ts';
import { sql } from '../sql/sql.ts';
import type { PastDay } from './record.ts';

/** What the record of a run keeps of a day of a backfill. */
export const readPastDay = async (engine: Engine, asOf: string): Promise<Omit<PastDay, 'remarks'>> => ({
  asOf,
  ...(await readSizes(engine)),
  fittedOn: await readFits(engine),
});

async function readSizes(engine: Engine): Promise<Pick<PastDay, 'customers' | 'segments' | 'moved'>> {
  const [row] = await engine.rows(
    sql`select count(case when customers > 0 then 1 end) as segments, cast(coalesce(sum(customers), 0) as bigint) as customers,
        (select cast(coalesce(sum(customers), 0) as bigint) from segments.migration
          where as_of = (select as_of from warehouse.setting) and from_segment <> to_segment) as moved
      from segments.size where as_of = (select as_of from warehouse.setting)`,
    { segments: 'integer', customers: 'integer', moved: 'integer' },
    1,
  );
  return row!;
}

/** The day that each model was fitted on. */
async function readFits(engine: Engine): Promise<Record<string, string>> {
  const rows = await engine.rows(
    sql`select model, coalesce(json_extract_string(fitted, '$.basis.asOf'), json_extract_string(fitted, '$.asOf')) as fitted_on from models.fitted order by model`,
    { model: 'text', fitted_on: 'day' },
    100,
  );
  return Object.fromEntries(rows.map(({ model, fitted_on }) => [model, fitted_on]));
}
