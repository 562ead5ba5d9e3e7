import { join, literal, name, sql, type Sql } from '../../sql/sql.ts';
import type { LoadRecord } from '../load-record.ts';
import { acceptedSql } from '../accepted.sql.ts';
import type { TableName } from '../tables.ts';

/** Tables of what happens, and the column that says when. */
const moments = { purchases: 'purchased_at', interactions: 'occurred_at', returns: 'returned_on' } as const;

/** The tables of what happens, among some. */
export const eventTables = (tables: readonly TableName[]): (keyof typeof moments)[] =>
  (Object.keys(moments) as (keyof typeof moments)[]).filter((table) => tables.includes(table));

/**
 * By source: its newest day up to the as-of day, on how many days of the year before it something happened, and the longest pause between two of them.
 *
 * @returns null where no load is of what happens
 */
export function sourceDaysSql(loads: readonly LoadRecord[], asOf: string): Sql | null {
  const tables = eventTables(loads.map(({ table }) => table));
  if (tables.length === 0) return null;
  const sources = [...new Set(loads.map(({ source }) => source))].sort();
  const days = sources.flatMap((source) =>
    tables.map((table) => {
      const own = loads.filter((load) => load.source === source && load.table === table);
      return sql`select ${literal(source)} as source, day from (
        select cast(${name(moments[table])} as date) as day from (${acceptedSql(table, own)}) as accepted group by day
      ) as days`;
    }),
  );
  return sql`with
    happened as (
      select distinct source, day from (${join(days, ' union all ')}) as days where day <= cast(${literal(asOf)} as date)
    ),
    paused as (
      select source, day, max(day) over (partition by source) as newest,
        day - lag(day) over (partition by source order by day) as pause
      from happened
    )
    select source, cast(newest as varchar) as newest, cast(${literal(asOf)} as date) - newest as age,
      count(*) as days, max(pause) as pause
    from paused where day > newest - 365
    group by source, newest order by source`;
}
