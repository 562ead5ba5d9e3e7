import { relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { noRows, numbered, sumOf, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { rankedSql, standardisedSql } from '../rule.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { ruleOf } from './rule.ts';

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
 * The most and the second most likely class of every customer whose predictors are known, prospects too, with their
 * posterior probabilities exp(f_c) / Σ exp(f_d), f the classification functions; taken relative to the largest, so that
 * nothing overflows.
 */
export function discriminantScoreSql(fitted: FittedDiscriminant): Sql {
  const { matrix, classes } = fitted;
  const grids = matrix.columns.map((column) => column.grid);
  const rule = ruleOf(
    fitted,
    grids,
    grids.map((_, j) => j),
  );
  const rows = standardisedSql(matrixSql(matrix, sql`true`), rule, ['customer_id']);
  const odds = sumOf(numbered('c', classes.length).map((cost) => sql`exp(cost - ${raw(cost)})`));
  const label = (place: string): Sql => {
    const cases = classes.map((one, c) => sql`when ${whole(c + 1)} then ${literal(one.class)}`);
    return sql`case ${raw(place)} ${join(cases, ' ')} end`;
  };
  const prospect = fitted.knowsProspects
    ? sql`join ${relationName(matrix.relation)} as base
        on cast(base.${name(matrix.key)} as varchar) = weighed.customer_id`
    : sql``;
  return sql`select
      weighed.customer_id,
      ${label('place')} as assigned_segment,
      1 / odds as posterior,
      ${label('next_place')} as second_segment,
      exp(cost - next_cost) / odds as second_posterior,
      ${fitted.knowsProspects ? sql`base.is_prospect` : sql`false`} as is_prospect
    from (select *, ${odds} as odds from (${rankedSql(rows, rule, ['customer_id'])}) as ranked) as weighed
    ${prospect}`;
}
