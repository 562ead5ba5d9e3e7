import { sql, type Sql } from '../sql/sql.ts';
import { formerSql, type FormerTables } from './former.sql.ts';

const noMembership = sql`select cast(null as varchar) as customer_id, cast(null as varchar) as segment,
  cast(null as date) as entered_on, cast(null as date) as left_on where false`;

/** Who was in which segment, as the release before knew. */
export const formerMembership = (former: FormerTables | null): Sql => formerSql(former, 'membership', noMembership);

/**
 * `segments.membership`: who was in which segment from when to when. A row with `left_on` null is where the customer is now. What the
 * release before knew of the as-of day and later is told anew, so that a day may be run twice, and an earlier day rewinds. Reads the as-of
 * day from `warehouse.setting`, and who is where now from `scores.segment`.
 */
export const membershipSql = (former: FormerTables | null): Sql => sql`with
  setting as (select as_of from warehouse.setting),
  earlier as (
    select customer_id, segment, entered_on, case when left_on < (select as_of from setting) then left_on end as left_on
    from ${formerMembership(former)} as former
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
