import { relationName } from '../../sql/relation.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import { double, whole } from '../literal.sql.ts';

/** Rows of the table by frequency: 0 … this and more. */
export const lastFrequency = 7;

/** Parts of a purchase that sums are taken in: whole numbers add up the same in any order. */
export const purchaseParts = 1e9;

const inParts = (value: Sql): Sql => sql`cast(round((${value}) * ${double(purchaseParts)}) as hugeint)`;

/**
 * What customers of a calibration were foretold and did after it: `repeats, actual, actual_spend, expected, pace, value, baseline`.
 *
 * @param paceShare what the pace so far makes of each purchase of the calibration
 */
export const foretoldSql = (
  tables: { readonly base: string; readonly tuples: string; readonly scores: string; readonly days: string },
  until: string,
  expectedSpend: Sql,
  paceShare: number,
): Sql =>
  sql`select base.repeats, coalesce(outcome.purchases, 0) as actual, coalesce(outcome.spend, 0) as actual_spend,
      score.expected_purchases as expected, (base.repeats + 1) * ${double(paceShare)} as pace,
      score.expected_purchases * base.expected_spend as value, base.total_spend as baseline
    from (
      select customer_id, repeats, recency_days, age_days, total_spend, ${expectedSpend} as expected_spend from ${relationName(tables.base)}
    ) as base
    join ${relationName(tables.tuples)} as tuple using (repeats, recency_days, age_days)
    join ${relationName(tables.scores)} as score on score.tuple_id = tuple.tuple_id
    left join (
      select customer_id, count(case when is_purchase then 1 end) as purchases, sum(amount) as spend
      from ${relationName(tables.days)} where day > cast(${until} as date) group by customer_id
    ) as outcome on outcome.customer_id = base.customer_id`;

/** Sums over the foretold customers by their repeat purchases. */
export function errorsSql(foretold: string): Sql {
  const squared = (error: Sql): Sql => inParts(sql`(${error}) * (${error})`);
  const [model, pace] = [sql`expected - actual`, sql`pace - actual`];
  return sql`select case when repeats < ${whole(lastFrequency)} then repeats else ${whole(lastFrequency)} end as repeats,
      count(*) as customers, cast(sum(actual) as bigint) as actual, cast(sum(actual_spend) as double) as actual_spend,
      sum(${inParts(sql`value`)}) as spend,
      sum(${inParts(sql`expected`)}) as model_total, sum(${inParts(sql`abs(${model})`)}) as model_absolute, sum(${squared(model)}) as model_squared,
      sum(${inParts(sql`pace`)}) as pace_total, sum(${inParts(sql`abs(${pace})`)}) as pace_absolute, sum(${squared(pace)}) as pace_squared
    from ${relationName(foretold)} group by 1 order by 1`;
}

/**
 * Customers by whether they are among the first `top` by actual spend, by foretold value and by the baseline: above the last value that is (1), at it (0), below (−1). Of
 * those at it, some are among the first by lot.
 */
export function topSql(foretold: string, top: number): Sql {
  const measures = ['actual_spend', 'value', 'baseline'] as const;
  const limits = measures.map(
    (measure) =>
      sql`(select min(${raw(measure)}) from (select ${raw(measure)} from ${relationName(foretold)} order by ${raw(measure)} desc limit ${whole(top)}) as first_ones)`,
  );
  const sides = measures.map((measure, i) => sql`cast(sign(${raw(measure)} - ${limits[i]!}) as integer)`);
  return sql`select ${sides[0]!} as actual, ${sides[1]!} as model, ${sides[2]!} as baseline, count(*) as customers
    from ${relationName(foretold)} group by 1, 2, 3 order by 1, 2, 3`;
}

/** How many customers of a base bought first on each day of its history, from 0. */
export const startsSql = (base: string, firstDay: string): Sql =>
  sql`select cast(date_diff('day', cast(${firstDay} as date), first_purchased_on) as integer) as day, count(*) as customers
    from ${relationName(base)} group by 1 order by 1`;

/** Repeat purchases of the customers of a base by week, from 0: days 0 to 6. */
export const repeatsByWeekSql = (base: string, days: string, firstDay: string): Sql =>
  sql`select cast(floor(cast(date_diff('day', cast(${firstDay} as date), one.day) as double) / 7) as integer) as week, count(*) as purchases
    from ${relationName(days)} as one
    join ${relationName(base)} as base on base.customer_id = one.customer_id
    where one.is_purchase and one.day > base.first_purchased_on
    group by 1 order by 1`;

/** Customers who had bought up to a day, and those of them who bought again after it, up to another. */
export const retentionSql = (days: string, middle: string, until: string): Sql =>
  sql`select count(case when first <= cast(${middle} as date) then 1 end) as before,
      count(case when first <= cast(${middle} as date) and last > cast(${middle} as date) then 1 end) as again
    from (
      select min(day) as first, max(day) as last from ${relationName(days)}
      where is_purchase and day <= cast(${until} as date) group by customer_id
    ) as seen`;

/** Customers by the age of their history, in days. */
export const agesSql = (base: string): Sql =>
  sql`select age_days as age, count(*) as customers from ${relationName(base)} group by age_days order by age_days`;
