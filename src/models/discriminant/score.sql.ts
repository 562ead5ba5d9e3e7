import { ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { classSql } from '../classes.sql.ts';
import { chiSquareTailSql, halfSql } from '../chi-square.sql.ts';
import { double, names, noRows, numbered, sumOf, texts, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { cheapestTwoSql } from '../rule.sql.ts';
import { classifierOf } from './classifier.ts';
import { distancesSql, weighedColumns, weighedSql } from './classifier.sql.ts';
import type { FittedDiscriminant } from './fitted.ts';
import { isExact } from './leave-one-out.ts';
import { leftOutSql } from './leave-one-out.sql.ts';

/** The columns of `scores.discriminant` and their types. */
export const discriminantScoreColumns = {
  customer_id: 'varchar',
  assigned_segment: 'varchar',
  posterior: 'double',
  second_segment: 'varchar',
  second_posterior: 'double',
  is_prospect: 'boolean',
  squared_distance: 'double',
  typicality: 'double',
  second_squared_distance: 'double',
} as const;

/** `scores.discriminant` without rows, where no discriminant analysis is fitted. */
export const noDiscriminantScores: Sql = noRows(discriminantScoreColumns);

/** What is added to scores when asked for. */
export interface ScoreExtras {
  /** `score_1 …`: the discriminant functions. */
  readonly functions?: boolean;
  /** `posterior_1 …`: the probability of every class, in the order of `classes`. */
  readonly posteriors?: boolean;
}

/** A point of a grid this far out is drawn in, so that no distance is infinite; those of a fit lie within 2³⁰. */
const farthestPoint = 1e15;

/** The rows of the matrix of a model, drawn in. */
function rowsSql({ matrix }: FittedDiscriminant): Sql {
  const points = numbered('u', matrix.columns.length).map(
    (u) => sql`least(greatest(${raw(u)}, ${double(-farthestPoint)}), ${double(farthestPoint)}) as ${raw(u)}`,
  );
  return sql`select customer_id, ${join(points)} from (${matrixSql(matrix, sql`true`)}) as point_row`;
}

const classifier = (fitted: FittedDiscriminant): ReturnType<typeof classifierOf> => {
  const grids = fitted.matrix.columns.map((column) => column.grid);
  return classifierOf(
    fitted,
    grids,
    grids.map((_, j) => j),
  );
};

/** The name of the class of a place. */
function labelSql({ classes }: FittedDiscriminant, place: string): Sql {
  const cases = classes.map((one, c) => sql`when ${whole(c + 1)} then ${literal(one.class)}`);
  return sql`case ${raw(place)} ${join(cases, ' ')} end`;
}

/** Σ exp(−cost), relative to the least cost, so that nothing overflows. */
export const oddsSql = (classes: number): Sql =>
  sumOf(numbered('c', classes).map((one) => sql`exp(cost - ${raw(one)})`));

/** The posterior probability of every class. */
export const posteriorsSql = (classes: number): Sql[] =>
  numbered('c', classes).map((one, c) => sql`exp(cost - ${raw(one)}) / odds as ${raw(`posterior_${c + 1}`)}`);

/**
 * The most and the second most likely class of every customer whose predictors are known, prospects too, with their
 * posterior probabilities exp(−cost_c) / Σ exp(−cost_d); the squared Mahalanobis distances to both, and the typicality:
 * the probability that a customer of the class is at least as far from its mean, P(χ² > D²) with as many degrees of
 * freedom as there are predictors.
 */
export function discriminantScoreSql(fitted: FittedDiscriminant, extras: ScoreExtras = {}): Sql {
  const { classes, functions, matrix } = fitted;
  const own = classifier(fitted);
  const g = classes.length;
  const keep = ['customer_id', ...weighedColumns(own)];
  const costs = numbered('c', g);
  const ranked = cheapestTwoSql(weighedSql(rowsSql(fitted), own, ['customer_id']), g, keep);
  const placed = [...keep, ...costs, 'place', 'cost', 'next_place', 'next_cost'];
  const measured = own.quadratic ? ranked : distancesSql(ranked, own.whitenings, placed);
  const distance = (place: string): Sql => {
    const cases = classes.map((_, c) => sql`when ${whole(c + 1)} then ${raw(`d${c + 1}`)}`);
    return sql`case ${raw(place)} ${join(cases, ' ')} end`;
  };
  const scores = functions.map(({ standardised }, i) => {
    const terms = standardised.map((value, j) => sql`${raw(`z${j + 1}`)} * ${double(value)}`);
    return sql`${sumOf(terms)} as ${raw(`score_${i + 1}`)}`;
  });
  const prospect = fitted.knowsProspects
    ? sql`join ${relationName(matrix.relation)} as base
        on cast(base.${name(matrix.key)} as varchar) = weighed.customer_id`
    : sql``;
  const columns = [
    sql`weighed.customer_id`,
    sql`${labelSql(fitted, 'place')} as assigned_segment`,
    sql`1 / odds as posterior`,
    sql`${labelSql(fitted, 'next_place')} as second_segment`,
    sql`exp(cost - next_cost) / odds as second_posterior`,
    sql`${fitted.knowsProspects ? sql`base.is_prospect` : sql`false`} as is_prospect`,
    sql`squared_distance`,
    sql`${chiSquareTailSql(raw('half'), matrix.columns.length)} as typicality`,
    sql`second_squared_distance`,
    ...(extras.functions ? scores : []),
    ...(extras.posteriors ? posteriorsSql(g) : []),
  ];
  return sql`select ${join(columns)}
    from (
      select *, ${halfSql(raw('squared_distance'))} as half
      from (
        select *, ${oddsSql(g)} as odds, ${distance('place')} as squared_distance,
          ${distance('next_place')} as second_squared_distance
        from (${measured}) as measured
      ) as near
    ) as weighed
    ${prospect}`;
}

/**
 * Every customer that was fitted, classified by the analysis of all others (`leftOutSql`): `customer_id, class,
 * assigned_class, posterior, second_class, second_posterior, is_alone`, and `posterior_1 …` in the order of `classes`. A
 * posterior of the own class is 0 for those who are alone in it. Throws `ModelError` where covariances are drawn in.
 */
export function discriminantLeftOutSql(fitted: FittedDiscriminant): Sql {
  if (!isExact(fitted))
    throw new ModelError('discriminant: no one can be left out exactly where covariances are drawn in');
  const { classes, source } = fitted;
  const g = classes.length;
  const cases = classes.map((one, c) => sql`when ${literal(one.class)} then ${whole(c + 1)}`);
  const rows = sql`select matrix_row.*, known.class as label, case known.class ${join(cases, ' ')} end as class
    from (${rowsSql(fitted)}) as matrix_row
    join (${classSql(source)}) as known on known.customer_id = matrix_row.customer_id
    where known.class in ${texts(classes.map((one) => one.class))}`;
  const leftOut = {
    classifier: classifier(fitted),
    numbers: classes.map((_, c) => c + 1),
    sizes: classes.map((one) => one.customers),
  };
  const keep = ['customer_id', 'label', 'class'];
  const costs = leftOutSql(rows, leftOut, keep);
  const ranked = cheapestTwoSql(costs, g, [...keep, 'alone']);
  const columns = [
    names(['customer_id']),
    sql`label as class`,
    sql`${labelSql(fitted, 'place')} as assigned_class`,
    sql`1 / odds as posterior`,
    sql`${labelSql(fitted, 'next_place')} as second_class`,
    sql`exp(cost - next_cost) / odds as second_posterior`,
    sql`alone as is_alone`,
    ...posteriorsSql(g),
  ];
  return sql`select ${join(columns)} from (select *, ${oddsSql(g)} as odds from (${ranked}) as ranked) as weighed`;
}
