import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, whole } from '../literal.sql.ts';
import type { FittedClv } from './fitted.ts';
import { horizonDays } from './prepare.ts';

/** The columns of `models.clv` and their types. */
export const clvSummaryColumns = {
  family: 'varchar',
  horizon_days: 'integer',
  margin: 'double',
  is_margin: 'boolean',
  grade: 'varchar',
  is_used: 'boolean',
} as const;

/** Past spend found more of the best customers of the holdout. */
export const isWorse = ({ validation }: FittedClv): boolean => validation?.top.grade === 'C';

/** `models.clv` without its row: nobody was valued. */
export const noClvSummary: Sql = noRows(clvSummaryColumns);

/**
 * One row: the model that holds (`family`), the days of the horizon, the `margin` that spend was multiplied by (1 where none is known), whether it is one (`is_margin`), the
 * grade of the holdout (null: nothing was held out), and whether the value is good for more than to be looked at (`is_used`): not where the grade is C.
 */
export function clvSummarySql(fitted: FittedClv): Sql {
  const { purchases, options, validation } = fitted;
  const grade = validation?.top.grade;
  const values: Record<keyof typeof clvSummaryColumns, Sql> = {
    family: literal(purchases.family),
    horizon_days: whole(Math.round(horizonDays(options))),
    margin: double(options.margin ?? 1),
    is_margin: raw(String(options.margin !== undefined)),
    grade: grade === undefined ? raw('null') : literal(grade),
    is_used: raw(String(!isWorse(fitted))),
  };
  const typed = Object.entries(clvSummaryColumns).map(
    ([column, type]) =>
      sql`cast(${values[column as keyof typeof clvSummaryColumns]} as ${raw(type)}) as ${name(column)}`,
  );
  return sql`select ${join(typed)}`;
}
