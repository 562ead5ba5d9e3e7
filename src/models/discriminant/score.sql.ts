import { relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, numbered, sumOf, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { leastSql } from '../nearest.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { ruleOf } from './rule.ts';
import { assignedSql, costColumns } from './rule.sql.ts';

/** The columns of `scores.discriminant` and their types. */
export const discriminantScoreColumns = {
  customer_id: 'varchar',
  assigned_segment: 'varchar',
  posterior: 'double',
  second_segment: 'varchar',
  second_posterior: 'double',
  is_prospect: 'boolean',
} as const;

/** `scores.discriminant` without rows, where no discriminant analysis is fitted. */
export const noDiscriminantScores: Sql = noRows(discriminantScoreColumns);

/**
 * The most and the second most likely class of every customer whose predictors are known, prospects too, with their posterior probabilities
 * exp(f_c) / Σ exp(f_d), f the classification functions; taken relative to the largest, so that nothing overflows.
 */
export function discriminantScoreSql(fitted: FittedDiscriminant): Sql {
  const { matrix, classes } = fitted;
  const grids = matrix.columns.map((column) => column.grid);
  const rule = ruleOf(
    fitted,
    grids,
    grids.map((_, j) => j),
  );
  const costs = costColumns(rule);
  const others = numbered('e', classes.length);
  const assigned = assignedSql(matrixSql(matrix, sql`true`), rule, ['customer_id']);
  const masked = costs.map(
    (cost, c) =>
      sql`case when assigned = ${whole(c + 1)} then ${double(Number.MAX_VALUE)} else ${raw(cost)} end as ${raw(others[c]!)}`,
  );
  const odds = sumOf(costs.map((cost) => sql`exp(cost - ${raw(cost)})`));
  const kept = ['customer_id', 'assigned', 'cost', 'odds'];
  const rest = sql`select ${join([sql`customer_id, assigned, cost, ${odds} as odds`, ...masked])} from (${assigned}) as placed`;
  const ranked = leastSql(rest, others, kept, { value: 'next', index: 'runner_up' });
  const label = (index: string): Sql => {
    const cases = classes.map((one, c) => sql`when ${whole(c + 1)} then ${literal(one.class)}`);
    return sql`case ${raw(index)} ${join(cases, ' ')} end`;
  };
  const prospect = fitted.knowsProspects
    ? sql`join ${relationName(matrix.relation)} as base on cast(base.${name(matrix.key)} as varchar) = ranked.customer_id`
    : sql``;
  return sql`select
      ranked.customer_id,
      ${label('assigned')} as assigned_segment,
      1 / odds as posterior,
      ${label('runner_up')} as second_segment,
      exp(cost - next) / odds as second_posterior,
      ${fitted.knowsProspects ? sql`base.is_prospect` : sql`false`} as is_prospect
    from (${ranked}) as ranked ${prospect}`;
}
