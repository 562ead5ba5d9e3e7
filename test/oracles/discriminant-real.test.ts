import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { datasets, difference, oracle, transpose } from './support.ts';

interface Matrix {
  readonly values: number[][];
}

interface Oracle {
  readonly class_column: string;
  readonly features: string[];
  readonly manova: { wilks: { statistic: number; approx_F: number; p_value: number } };
  readonly univariate: { wilks_lambda: number; F: number; p_value: number }[];
  readonly standardised_coefficients: Matrix;
  readonly structure_pooled_within: Matrix;
  readonly classification_functions_proportional: { constant: number[]; coefficients: Matrix };
  readonly lda: { resubstitution: { matrix: number[][] } };
}

const cases = [
  { name: 'bank', file: 'bank_additional/bank-additional.csv', delimiter: ';' },
  { name: 'bank_duration', file: 'bank_additional/bank-additional.csv', delimiter: ';' },
  { name: 'marketing_campaign', file: 'marketing_campaign/marketing_campaign.tsv', delimiter: '\t' },
].map((one) => ({ ...one, figures: oracle(`discriminant_${one.name}.json`) }));

describe.each(cases)('linear discriminant analysis of $name, as R has it', ({ file, delimiter, figures }) => {
  it.skipIf(figures === undefined)('agrees to 1e-9, blanks left out, on nearly collinear predictors too', async () => {
    const expected = JSON.parse(readFileSync(figures!, 'utf8')) as Oracle;
    const engine = await openDuckdb();
    await engine.create(
      'made.real',
      sql`select row_number() over () as id, *
        from read_csv(${literal(join(datasets!, file))}, delim = ${literal(delimiter)}, header = true)`,
    );
    const fitted = await fitDiscriminant(
      engine,
      discriminantOptions.parse({ class: expected.class_column, predictors: expected.features }),
      { asOf: '2026-11-20', relation: 'made.real', key: 'id' },
    );
    await engine.close();
    const near = (actual: readonly number[], figure: readonly number[]): void => {
      expect(difference(actual, figure)).toBeLessThan(1e-9);
    };
    const { statistic, approx_F, p_value } = expected.manova.wilks;
    near([fitted.overall.wilks, fitted.overall.f, fitted.overall.p], [statistic, approx_F, p_value]);
    near(
      fitted.predictors.flatMap((one) => [one.wilks, one.f, one.p]),
      expected.univariate.flatMap((one) => [one.wilks_lambda, one.F, one.p_value]),
    );
    const byPredictor = (rows: readonly (readonly number[])[]): number[] => transpose(rows).flat();
    near(
      byPredictor(fitted.functions.map((one) => one.standardised)),
      expected.standardised_coefficients.values.flat(),
    );
    near(byPredictor(fitted.functions.map((one) => one.structure)), expected.structure_pooled_within.values.flat());
    const functions = expected.classification_functions_proportional;
    near(byPredictor(fitted.classes.map((one) => one.fisher.coefficients)), functions.coefficients.values.flat());
    near(
      fitted.classes.map((one) => one.fisher.constant),
      functions.constant,
    );
    expect(fitted.resubstitution.counts).toEqual(expected.lda.resubstitution.matrix);
    expect(fitted.dropped).toEqual([]);
  });
});
