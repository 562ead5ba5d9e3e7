import { relationName } from '../../sql/relation.ts';
import { literal, sql, type Sql } from '../../sql/sql.ts';
import type { LabelWindow } from './window.ts';

/** Buyers who have not lapsed, over an alias of `features.customer`: whoever has churned already cannot churn. */
export const activeSql = (alias: Sql): Sql => sql`${alias}.recency_days <= (select active_days from warehouse.setting)`;

/**
 * `customer_id, outcome` (`yes`: bought again in the window; `no`) of those who were active before it. An order is of the day of its first line: what is added in the window
 * to an earlier one is no purchase in it.
 */
export const outcomeSql = ({ since, before, after }: LabelWindow): Sql =>
  sql`select cast(known.customer_id as varchar) as customer_id,
      case when seen.last_purchased_on > cast(${literal(since)} as date) then 'yes' else 'no' end as outcome
    from ${relationName(before)} as known
    left join ${relationName(after)} as seen on seen.customer_id = known.customer_id
    where ${activeSql(sql`known`)}`;
