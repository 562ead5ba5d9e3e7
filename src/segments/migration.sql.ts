import { sql, type Sql } from '../sql/sql.ts';
import { formerSql, type FormerTables } from './former.sql.ts';
import { formerMembership } from './membership.sql.ts';

const noMigration = sql`select cast(null as date) as as_of, cast(null as varchar) as from_segment,
  cast(null as varchar) as to_segment, cast(null as bigint) as customers where false`;

/**
 * `segments.migration`: from one day that was run to the next, how many customers went from where to where. `from_segment` null: they were not
 * there before; `to_segment` null: they are there no more. The first day has none.
 */
export const migrationSql = (former: FormerTables | null): Sql => sql`with
  setting as (select as_of from warehouse.setting),
  before as (
    select customer_id, segment
    from ${formerMembership(former)} as former
    where entered_on < (select as_of from setting) and (left_on is null or left_on >= (select as_of from setting))
  ),
  moved as (
    select before.segment as from_segment, now.segment as to_segment, count(*) as customers
    from before full join scores.segment as now on now.customer_id = before.customer_id
    group by before.segment, now.segment
  )
  select as_of, from_segment, to_segment, customers
  from ${formerSql(former, 'migration', noMigration)} as former
  where as_of < (select as_of from setting)
  union all
  select (select as_of from setting) as as_of, from_segment, to_segment, customers
  from moved
  where exists (select 1 from before)`;
