import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, whole } from '../literal.sql.ts';
import type { FittedClv } from './fitted.ts';
import { horizonDays } from './prepare.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { expectedSpendSql } from './spending.sql.ts';
import { tables } from './tables.ts';

/** The columns of scores of lifetime value and their types. */
export const clvScoreColumns = {
  customer_id: 'varchar',
  repeats: 'integer',
  first_purchased_on: 'date',
  last_purchased_on: 'date',
  mean_spend: 'decimal(18,4)',
  p_alive: 'double',
  expected_purchases: 'double',
  discounted_purchases: 'double',
  discounted_if_alive: 'double',
  residual_purchases: 'double',
  expected_spend: 'double',
  margin: 'double',
  lifetime_value: 'decimal(18,4)',
  residual_value: 'decimal(18,4)',
  due_on: 'date',
  next_purchase_on: 'date',
  overdue: 'double',
} as const;

/** `scores.clv` without rows: nobody is valued. */
export const noClvScores: Sql = noRows(clvScoreColumns);

/** Longer horizons than a century have no dates. */
const longest = 36_525;

/** The day so many days after another; null where that is later than `latest` days after it. */
const dateAfter = (day: Sql, days: Sql, latest: Sql): Sql =>
  sql`case when ${days} <= ${latest} then ${day} + cast(round(${days}) as integer) end`;

/** What scores of customers follow from. */
export type Scored = Pick<FittedClv, 'spending' | 'options' | 'asOf' | 'costs'>;

/**
 * What every customer of a base is worth, from the scores of the distinct histories; values in the margin of the options, or, where that follows from costs, in the
 * customer's own (`tables.margins`).
 *
 * @param scores the table that the fit, or `scoreBase`, made of the base
 */
export function clvScoreSql(
  { spending, options, asOf, costs }: Scored,
  base: Pick<PurchaseBase, 'base' | 'tuples'>,
  scores: string = tables.scores,
): Sql {
  const ofAll = double(options.margin ?? 1);
  const [margin, own] =
    costs === null
      ? [ofAll, sql``]
      : [
          sql`coalesce(own.margin, ${ofAll})`,
          sql`left join ${relationName(tables.margins)} as own on own.customer_id = base.customer_id`,
        ];
  const [today, horizon] = [sql`cast(${asOf} as date)`, whole(Math.min(longest, Math.round(horizonDays(options))))];
  const money = (purchases: Sql): Sql => sql`cast(${purchases} * expected_spend * margin as decimal(18, 4))`;
  return sql`select customer_id, repeats, first_purchased_on, last_purchased_on,
      cast(case when repeats > 0 then cast(spend as double) / repeats end as decimal(18, 4)) as mean_spend,
      p_alive, expected_purchases, discounted_purchases, discounted_if_alive, residual_purchases, expected_spend, margin,
      ${money(sql`discounted_purchases`)} as lifetime_value, ${money(sql`residual_purchases`)} as residual_value,
      ${dateAfter(sql`last_purchased_on`, sql`interval_days`, sql`${horizon} + date_diff('day', last_purchased_on, ${today})`)} as due_on,
      ${dateAfter(today, sql`wait_days`, horizon)} as next_purchase_on,
      overdue
    from (
      select cast(base.customer_id as varchar) as customer_id, base.repeats, base.first_purchased_on, base.last_purchased_on,
        base.spend, score.* exclude (tuple_id), base.expected_spend, ${margin} as margin
      from (select *, ${expectedSpendSql(spending)} as expected_spend from ${relationName(base.base)}) as base
      join ${relationName(base.tuples)} as tuple
        on tuple.repeats = base.repeats and tuple.recency_days = base.recency_days and tuple.age_days = base.age_days
      join ${relationName(scores)} as score on score.tuple_id = tuple.tuple_id
      ${own}
    ) as scored`;
}
