import { listedSql } from '../sql/listed.ts';
import { sql, type Sql } from '../sql/sql.ts';
import { formerSql, type FormerTables } from './former.sql.ts';

const noSize = sql`select cast(null as date) as as_of, cast(null as varchar) as segment, cast(null as bigint) as customers where false`;

/**
 * `segments.size`: customers of each segment on each day that was run; 0 where nobody was in one of those that the model has.
 *
 * @param segments those of the model on the as-of day
 */
export const sizeSql = (
  former: FormerTables | null,
  segments: readonly string[],
): Sql => sql`select as_of, segment, customers
  from ${formerSql(former, 'size', noSize)} as former
  where as_of < (select as_of from warehouse.setting)
  union all
  select setting.as_of, counted.segment, counted.customers
  from (
    select segment, count(customer_id) as customers
    from (
      select segment, customer_id from scores.segment
      union all
      select segment, cast(null as varchar) as customer_id from (${listedSql(
        { segment: 'varchar' },
        segments.map((segment) => ({ segment })),
      )}) as listed
    ) as known
    group by segment
  ) as counted
  cross join warehouse.setting as setting`;
