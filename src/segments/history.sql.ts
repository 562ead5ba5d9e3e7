import { join, name, sql, type Sql } from '../sql/sql.ts';
import type { SegmentChange } from './identity.ts';

/** The tables of the release before, where there is one: the schema and table as the engine finds them. */
export interface FormerTables {
  readonly membership: readonly string[];
  readonly size: readonly string[];
  readonly migration: readonly string[];
  /** Null where an earlier version wrote the release. */
  readonly event: readonly string[] | null;
}

const noMembership = sql`select cast(null as varchar) as customer_id, cast(null as varchar) as segment,
  cast(null as date) as entered_on, cast(null as date) as left_on where false`;

const noSize = sql`select cast(null as date) as as_of, cast(null as varchar) as segment, cast(null as bigint) as customers where false`;

const noMigration = sql`select cast(null as date) as as_of, cast(null as varchar) as from_segment,
  cast(null as varchar) as to_segment, cast(null as bigint) as customers where false`;

const noEvent = sql`select cast(null as date) as as_of, cast(null as varchar) as segment, cast(null as varchar) as event,
  cast(null as varchar) as other_segment, cast(null as double) as share where false`;

function table(former: FormerTables | null, which: keyof FormerTables, none: Sql): Sql {
  const path = former?.[which] ?? null;
  return path === null ? sql`(${none})` : name(...path);
}

/**
 * `segments.membership`: who was in which segment from when to when. A row with `left_on` null is where the customer is now. What the
 * release before knew of the as-of day and later is told anew, so that a day may be run twice, and an earlier day rewinds. Reads the as-of
 * day from `warehouse.setting`, and who is where now from `scores.segment`.
 */
export const membershipSql = (former: FormerTables | null): Sql => sql`with
  setting as (select as_of from warehouse.setting),
  earlier as (
    select customer_id, segment, entered_on, case when left_on < (select as_of from setting) then left_on end as left_on
    from ${table(former, 'membership', noMembership)} as former
    where entered_on < (select as_of from setting)
  ),
  now as (select customer_id, segment from scores.segment)
  select earlier.customer_id, earlier.segment, earlier.entered_on,
    case when earlier.left_on is not null then earlier.left_on
      when now.segment is distinct from earlier.segment then (select as_of from setting) end as left_on
  from earlier left join now on now.customer_id = earlier.customer_id
  union all
  select now.customer_id, now.segment, (select as_of from setting) as entered_on, cast(null as date) as left_on
  from now
  left join earlier on earlier.customer_id = now.customer_id and earlier.segment = now.segment and earlier.left_on is null
  where earlier.customer_id is null`;

/** `segments.size`: customers of each segment on each day that was run. */
export const sizeSql = (former: FormerTables | null): Sql => sql`select as_of, segment, customers
  from ${table(former, 'size', noSize)} as former
  where as_of < (select as_of from warehouse.setting)
  union all
  select setting.as_of, scored.segment, scored.customers
  from (select segment, count(*) as customers from scores.segment group by segment) as scored
  cross join warehouse.setting as setting`;

/**
 * `segments.migration`: from one day that was run to the next, how many customers went from where to where. `from_segment` null: they were not
 * there before; `to_segment` null: they are there no more. The first day has none.
 */
export const migrationSql = (former: FormerTables | null): Sql => sql`with
  setting as (select as_of from warehouse.setting),
  before as (
    select customer_id, segment
    from ${table(former, 'membership', noMembership)} as former
    where entered_on < (select as_of from setting) and (left_on is null or left_on >= (select as_of from setting))
  ),
  moved as (
    select before.segment as from_segment, now.segment as to_segment, count(*) as customers
    from before full join scores.segment as now on now.customer_id = before.customer_id
    group by before.segment, now.segment
  )
  select as_of, from_segment, to_segment, customers
  from ${table(former, 'migration', noMigration)} as former
  where as_of < (select as_of from setting)
  union all
  select (select as_of from setting) as as_of, from_segment, to_segment, customers
  from moved
  where exists (select 1 from before)`;

/**
 * `segments.event`: what became of the segments on each day that the model was fitted again, as `SegmentChange` tells it. `changes` are those of the
 * as-of day; none where the stored model scored.
 */
export const eventSql = (former: FormerTables | null, changes: readonly SegmentChange[]): Sql =>
  join(
    [
      sql`select as_of, segment, event, other_segment, share
  from ${table(former, 'event', noEvent)} as former
  where as_of < (select as_of from warehouse.setting)`,
      ...changes.map(
        ({
          segment,
          event,
          other,
          share,
        }) => sql`select (select as_of from warehouse.setting) as as_of, cast(${segment} as varchar) as segment,
  cast(${event} as varchar) as event, cast(${other} as varchar) as other_segment, cast(${share} as double) as share`,
      ),
    ],
    '\n  union all\n  ',
  );
