import type { Engine } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

/** How many days a history can be long. */
const most = 100_000;

/** The days that were run with segments; nobody was left in one on those that have migrations alone. */
export const runDays = sql`(select as_of from segments.size union select as_of from segments.migration)`;

/** The days that were run with segments, oldest first. */
export async function segmentDays(engine: Engine): Promise<string[]> {
  const rows = await engine.rows(
    sql`select cast(as_of as varchar) as day from ${runDays} as run order by day`,
    { day: 'text' },
    most,
  );
  return rows.map(({ day }) => day);
}

const sizeShape = { as_of: 'text', customers: 'integer', entered: 'integer?', left: 'integer?' } as const;

/**
 * A segment by day: how many customers it has, and how many entered and left it since the day before; null on the first day. The day on which the
 * last ones left is told too.
 */
export const sizesOf = (engine: Engine, segment: string) =>
  engine.rows(
    sql`with size as (select as_of, customers from segments.size where segment = ${segment}),
      moved as (
        select as_of,
          sum(case when to_segment = ${segment} and from_segment is distinct from to_segment then customers else 0 end) as entered,
          sum(case when from_segment = ${segment} and to_segment is distinct from from_segment then customers else 0 end) as gone
        from segments.migration where from_segment = ${segment} or to_segment = ${segment} group by as_of
      )
      select cast(coalesce(size.as_of, moved.as_of) as varchar) as as_of, coalesce(size.customers, 0) as customers, moved.entered,
        moved.gone as left
      from size full join moved on moved.as_of = size.as_of order by as_of`,
    sizeShape,
    most,
  );
