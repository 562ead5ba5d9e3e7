import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import type { ClvOptions } from './options.ts';

/** How returns and purchases of no value count. */
export type Counting = Pick<ClvOptions, 'returns' | 'zero'>;

/**
 * What customers did by day: what is bought on one day is one purchase. Reads `customer_id, day, sold, returned, is_purchase` (order lines or orders; `returned` is at most
 * 0); writes `customer_id, day, amount, is_purchase`. A day of returns alone stays where returns are netted, as a day without a purchase.
 */
export function daysSql(purchases: Sql, asOf: string, { returns, zero }: Counting): Sql {
  const amount = returns === 'net' ? sql`sum(sold) + sum(returned)` : sql`sum(sold)`;
  const isPurchase =
    zero === 'keep' ? sql`bool_or(is_purchase)` : sql`bool_or(is_purchase) and coalesce(sum(sold), 0) <> 0`;
  const kept = returns === 'net' ? sql`is_purchase or amount <> 0` : sql`is_purchase`;
  return sql`select * from (
      select customer_id, day, cast(${amount} as decimal(18, 4)) as amount, ${isPurchase} as is_purchase
      from (${purchases}) as purchase
      where customer_id is not null and day <= cast(${asOf} as date)
      group by customer_id, day
    ) as one_day where ${kept}`;
}

/** The same days with `number`, the purchase that each is of: a day of returns alone is of the purchase it follows; 0: it follows none. */
export const numberedSql = (days: string): Sql =>
  sql`select *, count(case when is_purchase then 1 end) over (
        partition by customer_id order by day rows between unbounded preceding and current row
      ) as number
    from ${relationName(days)}`;

/**
 * The purchase base as of a day: `repeats` (x: purchases after the first), `recency_days` (t_x), `age_days` (T), `spend` (of the repeat purchases) of every customer with a
 * purchase up to it (Fader & Hardie 2005: x, t_x, T, with m̄ = spend / x).
 *
 * @param isNumbered days of returns alone are among the days, which have a `number`
 */
export function baseSql(days: string, asOf: string, isNumbered: boolean): Sql {
  const ofFirst = isNumbered ? sql`sum(case when number = 1 then amount else 0 end)` : sql`arg_min(amount, day)`;
  const visible = isNumbered ? sql`day <= cast(${asOf} as date) and number > 0` : sql`day <= cast(${asOf} as date)`;
  return sql`select customer_id,
      cast(count(case when is_purchase then 1 end) - 1 as integer) as repeats,
      cast(date_diff('day', min(day), max(case when is_purchase then day end)) as integer) as recency_days,
      cast(date_diff('day', min(day), cast(${asOf} as date)) as integer) as age_days,
      cast(sum(amount) as decimal(18, 4)) as total_spend,
      cast(sum(amount) - ${ofFirst} as decimal(18, 4)) as spend,
      min(day) as first_purchased_on,
      max(case when is_purchase then day end) as last_purchased_on
    from ${relationName(days)} where ${visible} group by customer_id`;
}

/** Distinct histories of a base with their customers and the spend of these, numbered in a fixed order. */
export const tuplesSql = (base: string): Sql =>
  sql`select cast(row_number() over (order by repeats, recency_days, age_days) as integer) as tuple_id, *
    from (
      select repeats, recency_days, age_days, cast(count(*) as integer) as customers,
        cast(sum(case when spend > 0 then spend else 0 end) as decimal(38, 4)) as spend
      from ${relationName(base)} group by repeats, recency_days, age_days
    ) as distinct_history`;

/** So many customers of a base, those with the least md5 of their id: a sample that depends on nothing else. */
export const sampleSql = (base: string, most: number): Sql =>
  sql`select * from ${relationName(base)} order by md5(customer_id), customer_id limit ${most}`;
