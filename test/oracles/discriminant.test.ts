import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { discriminantScoreSql } from '../../src/models/discriminant/score.sql.ts';
import { difference, figures, fixture, tableOf, transpose } from './support.ts';

interface Matrix {
  readonly rows: string[];
  readonly values: number[][];
}

/** What R's MASS::lda and manova give; see fixtures/README.md. */
interface Oracle {
  readonly class_column: string;
  readonly features: string[];
  readonly group_counts: Record<string, number>;
  readonly grand_mean: Record<string, number>;
  readonly group_means: Matrix;
  readonly group_standard_deviations: Record<string, number[]>;
  readonly pooled_within_covariance: Matrix;
  readonly manova_wilks: { statistic: number; approx_F: number; num_df: number; den_df: number; p_value: number };
  readonly univariate: { wilks_lambda: number; F: number; df1: number; df2: number; p_value: number }[];
  readonly eigenvalues: number[];
  readonly proportion_of_trace: number[];
  readonly canonical_correlations: number[];
  readonly tests_of_functions: { wilks_lambda: number; chi_square: number; df: number; p_value: number }[];
  readonly unstandardised_coefficients: Matrix;
  readonly unstandardised_constants: number[];
  readonly standardised_coefficients: Matrix;
  readonly structure_pooled_within: Matrix;
  readonly group_centroids: Matrix;
  readonly classification_functions_proportional: { constant: number[]; coefficients: Matrix };
  readonly classification_functions_equal: { constant: number[]; coefficients: Matrix };
  readonly chance: { proportional_chance: number; maximum_chance: number; press_q: number; press_q_p: number };
  readonly resubstitution: { matrix: number[][]; correct: number };
  readonly resubstitution_equal_priors: { matrix: number[][] };
  readonly posteriors: (string | number)[][];
}

/** Closed formulas agree this closely, relative. */
const tolerance = 1e-9;

describe.each(['iris', 'wine'])('linear discriminant analysis of %s, as R has it', (data) => {
  const expected = figures(`discriminant_${data}.json`) as Oracle;
  let engine: Engine;
  let fitted: FittedDiscriminant;
  const fit = (priors: 'size' | 'equal'): Promise<FittedDiscriminant> =>
    fitDiscriminant(
      engine,
      discriminantOptions.parse({ class: expected.class_column, predictors: expected.features, priors }),
      { asOf: '2026-11-20', relation: `made.${data}`, key: 'id' },
    );
  const near = (actual: readonly number[], figure: readonly number[]): void => {
    expect(difference(actual, figure)).toBeLessThan(tolerance);
  };

  beforeAll(async () => {
    engine = await openDuckdb();
    await tableOf(engine, `made.${data}`, fixture(`${data}.csv`));
    fitted = await fit('size');
  });
  afterAll(() => engine.close());

  it('counts, means, deviations, pooled covariance', () => {
    expect(Object.fromEntries(fitted.classes.map((one) => [one.class, one.customers]))).toEqual(expected.group_counts);
    near(
      fitted.predictors.map((one) => one.mean),
      Object.values(expected.grand_mean),
    );
    near(
      fitted.classes.flatMap((one) => one.means),
      expected.group_means.values.flat(),
    );
    near(
      fitted.classes.flatMap((one) => one.deviations as number[]),
      Object.values(expected.group_standard_deviations).flat(),
    );
    near(fitted.covariance.flat(), expected.pooled_within_covariance.values.flat());
  });

  it('Wilks’ λ with Rao’s F, and by predictor', () => {
    const { wilks, f, df1, df2, p } = fitted.overall;
    const { statistic, approx_F, num_df, den_df, p_value } = expected.manova_wilks;
    near([wilks, f, df1, df2, p], [statistic, approx_F, num_df, den_df, p_value]);
    near(
      fitted.predictors.flatMap((one) => [one.wilks, one.f, one.df1, one.df2, one.p]),
      expected.univariate.flatMap((one) => [one.wilks_lambda, one.F, one.df1, one.df2, one.p_value]),
    );
  });

  it('eigenvalues, canonical correlations, tests of functions', () => {
    near(
      fitted.functions.map((one) => one.eigenvalue),
      expected.eigenvalues,
    );
    near(
      fitted.functions.map((one) => one.variance),
      expected.proportion_of_trace,
    );
    near(
      fitted.functions.map((one) => one.canonicalCorrelation),
      expected.canonical_correlations,
    );
    near(
      fitted.functions.flatMap(({ test }) => [test.wilks, test.chiSquare, test.df, test.p]),
      expected.tests_of_functions.flatMap((one) => [one.wilks_lambda, one.chi_square, one.df, one.p_value]),
    );
    const { chiSquare, df, p } = fitted.overall.chiSquare;
    const [all] = expected.tests_of_functions;
    near([chiSquare, df, p], [all!.chi_square, all!.df, all!.p_value]);
  });

  it('raw and standardised coefficients, structure, centroids, with their signs', () => {
    near(transpose(fitted.functions.map((one) => one.raw)).flat(), expected.unstandardised_coefficients.values.flat());
    near(
      fitted.functions.map((one) => one.constant),
      expected.unstandardised_constants,
    );
    near(
      transpose(fitted.functions.map((one) => one.standardised)).flat(),
      expected.standardised_coefficients.values.flat(),
    );
    near(
      transpose(fitted.functions.map((one) => one.structure)).flat(),
      expected.structure_pooled_within.values.flat(),
    );
    near(
      fitted.classes.flatMap((one) => one.centroid),
      expected.group_centroids.values.flat(),
    );
  });

  it.each(['size', 'equal'] as const)('Fisher’s classification functions and table, priors: %s', async (priors) => {
    const other = await fit(priors);
    const functions =
      priors === 'size' ? expected.classification_functions_proportional : expected.classification_functions_equal;
    near(transpose(other.classes.map((one) => one.fisher.coefficients)).flat(), functions.coefficients.values.flat());
    near(
      other.classes.map((one) => one.fisher.constant),
      functions.constant,
    );
    const table = priors === 'size' ? expected.resubstitution : expected.resubstitution_equal_priors;
    expect(other.resubstitution.counts).toEqual(table.matrix);
  });

  it('chance and Press’s Q', () => {
    const { proportional, maximum, pressQ } = fitted.chance;
    const { proportional_chance, maximum_chance, press_q, press_q_p } = expected.chance;
    near(
      [proportional, maximum, pressQ.chiSquare, pressQ.p],
      [proportional_chance, maximum_chance, press_q, press_q_p],
    );
    expect(fitted.resubstitution.correct).toBe(expected.resubstitution.correct);
  });

  it('class and posteriors of every row, computed in SQL', async () => {
    const shape = {
      customer_id: 'text',
      assigned_segment: 'text',
      posterior: 'number',
      second_segment: 'text',
      second_posterior: 'number',
      is_prospect: 'boolean',
    } as const;
    const rows = await engine.rows(discriminantScoreSql(fitted), shape, 200);
    const scored = new Map(rows.map((row) => [row.customer_id, row]));
    expect(rows).toHaveLength(expected.posteriors.length);
    const classes = fitted.classes.map((one) => one.class);
    for (const [id, assigned, ...posteriors] of expected.posteriors) {
      const row = scored.get(String(id))!;
      expect(row.assigned_segment).toBe(String(assigned));
      expect(row.is_prospect).toBe(false);
      const own = posteriors[classes.indexOf(row.assigned_segment)] as number;
      const second = posteriors[classes.indexOf(row.second_segment)] as number;
      expect(Math.abs(row.posterior - own)).toBeLessThan(1e-9);
      expect(Math.abs(row.second_posterior - second)).toBeLessThan(1e-9);
    }
  });
});

describe('published figures of Fisher’s iris', () => {
  it('are those of SAS/STAT PROC CANDISC, example "Analyzing Iris Data", and of SPSS', async () => {
    const engine = await openDuckdb();
    await tableOf(engine, 'made.iris', fixture('iris.csv'));
    const { features: predictors } = figures('discriminant_iris.json') as Oracle;
    const options = discriminantOptions.parse({ class: 'species', predictors });
    const fitted = await fitDiscriminant(engine, options, { asOf: '2026-11-20', relation: 'made.iris', key: 'id' });
    expect(fitted.overall.wilks).toBeCloseTo(0.02343863065, 10);
    expect(fitted.overall.f).toBeCloseTo(199.14534, 4);
    expect(fitted.functions.map((one) => one.eigenvalue)).toEqual([
      expect.closeTo(32.1919292, 6),
      expect.closeTo(0.28539104, 7),
    ]);
    // Squared distances: setosa to versicolor 89.86419, to virginica 179.38471; versicolor to virginica 17.20107
    const [a, b, c] = fitted.classes.map((one) => one.centroid);
    const squared = (x: readonly number[], y: readonly number[]): number =>
      x.reduce((sum, value, i) => sum + (value - y[i]!) ** 2, 0);
    expect([squared(a!, b!), squared(a!, c!), squared(b!, c!)]).toEqual([
      expect.closeTo(89.86419, 4),
      expect.closeTo(179.38471, 4),
      expect.closeTo(17.20107, 4),
    ]);
    await engine.close();
  });
});
