import { ModelError } from '../../errors.ts';
import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import { chiSquareTailSql, halfSql } from '../chi-square.sql.ts';
import { classNumberSql } from '../classes.sql.ts';
import type { Kept } from '../feature-set.sql.ts';
import { labelledSql } from '../labelled.sql.ts';
import { double, names, noRows, numbered, sumOf, texts, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { cheapestTwoSql } from '../rule.sql.ts';
import { classifierOf } from './classifier.ts';
import { distancesSql, weighedColumns, weighedSql } from './classifier.sql.ts';
import type { LearntDiscriminant } from './fitted.ts';
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
  /** Columns of the table that its rows keep. With them every row is there, in the order of the table, without scores where it lacks a predictor. */
  readonly kept?: Kept;
}

/** A point of a grid this far out is drawn in, so that no distance is infinite; those of a fit lie within 2³⁰. */
const farthestPoint = 1e15;

const classifier = (fitted: LearntDiscriminant): ReturnType<typeof classifierOf> => {
  const grids = fitted.matrix.columns.map((column) => column.grid);
  return classifierOf(
    fitted,
    grids,
    grids.map((_, j) => j),
  );
};

/** The name of the class of a place; null where a row has no costs. */
function labelSql({ classes }: LearntDiscriminant, place: string): Sql {
  const cases = classes.map((one, c) => sql`when ${whole(c + 1)} then ${literal(one.class)}`);
  return sql`case when cost is not null then case ${raw(place)} ${join(cases, ' ')} end end`;
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
export function discriminantScoreSql(fitted: LearntDiscriminant, extras: ScoreExtras = {}): Sql {
  const kept = { ...extras.kept, ...(fitted.knowsProspects ? { is_prospect: 'is_prospect' } : {}) };
  const rows = matrixSql(fitted.matrix, sql`true`, { kept, all: extras.kept !== undefined, farthest: farthestPoint });
  return scoredSql(fitted, rows, Object.keys(kept), extras);
}

/** Rows of the matrix of a model with their scores; what they `keep` besides comes first. */
export function scoredSql(
  fitted: LearntDiscriminant,
  rows: Sql,
  also: readonly string[],
  extras: Pick<ScoreExtras, 'functions' | 'posteriors'>,
): Sql {
  const { classes, functions, matrix } = fitted;
  const own = classifier(fitted);
  const g = classes.length;
  const kept = ['customer_id', ...also];
  const keep = [...kept, ...weighedColumns(own)];
  const costs = numbered('c', g);
  const ranked = cheapestTwoSql(weighedSql(rows, own, kept), g, keep);
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
  const columns = [
    names(kept),
    sql`${labelSql(fitted, 'place')} as assigned_segment`,
    sql`1 / odds as posterior`,
    sql`${labelSql(fitted, 'next_place')} as second_segment`,
    sql`exp(cost - next_cost) / odds as second_posterior`,
    ...(fitted.knowsProspects ? [] : [sql`false as is_prospect`]),
    sql`squared_distance`,
    sql`case when half is not null then ${chiSquareTailSql(raw('half'), matrix.columns.length)} end as typicality`,
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
    ) as weighed`;
}

/**
 * Every customer that was fitted, classified by the analysis of all others (`leftOutSql`): `customer_id, class,
 * assigned_class, posterior, second_class, second_posterior, is_alone`, and `posterior_1 …` in the order of `classes`. A
 * posterior of the own class is 0 for those who are alone in it. Throws `ModelError` where covariances are drawn in.
 */
export function discriminantLeftOutSql(fitted: LearntDiscriminant): Sql {
  if (!isExact(fitted))
    throw new ModelError('discriminant: no one can be left out exactly where covariances are drawn in');
  const { classes, source } = fitted;
  const g = classes.length;
  const labels = classes.map((one) => one.class);
  const labelled = sql`select * from (${labelledSql(fitted.matrix, source)}) as labelled_row where label in ${texts(labels)}`;
  const rows = sql`select *, ${classNumberSql(sql`label`, labels)} as class from (${labelled}) as known_row`;
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
