import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { compared, fisherFunctions, type Oracle } from './discriminant-figures.ts';
import { datasets, difference, figures, fixture, oracle } from './support.ts';

/** Every figure, p values of 1e-300 too; nearly collinear predictors (bank) as well. */
const tolerance = 1e-9;

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

async function fit(
  file: string,
  delimiter: string,
  { class_column, features }: Pick<Oracle, 'class_column' | 'features'>,
  priors: 'size' | 'equal' = 'size',
): Promise<FittedDiscriminant> {
  await engine.create(
    'made.real',
    sql`select row_number() over () as id, *
      from read_csv(${literal(file)}, delim = ${literal(delimiter)}, header = true)`,
  );
  const options = discriminantOptions.parse({ class: class_column, predictors: features, priors });
  return fitDiscriminant(engine, options, { asOf: '2026-11-20', relation: 'made.real', key: 'id' });
}

/** The kinds of figures that differ, and by how much. */
const off = (pairs: ReturnType<typeof compared>): [string, number][] =>
  Object.entries(pairs)
    .map(([kind, [actual, expected]]): [string, number] => [kind, difference(actual, expected)])
    .filter(([, apart]) => !(apart < tolerance));

/** The figures that follow from the moments, of data that are in the project. */
const given = (data: string): Oracle => ({
  ...(figures(`discriminant_${data}.json`) as Oracle),
  ...(figures(`discriminant_statistics_${data}.json`) as Oracle),
});

const real = [
  { name: 'bank', file: 'bank_additional/bank-additional.csv', delimiter: ';' },
  { name: 'bank_duration', file: 'bank_additional/bank-additional.csv', delimiter: ';' },
  { name: 'marketing_campaign', file: 'marketing_campaign/marketing_campaign.tsv', delimiter: '\t' },
].map((one) => ({ ...one, path: oracle(`discriminant_${one.name}.json`) }));

describe('every statistic from the moments by class, as R has it', () => {
  it.each(['iris', 'wine'])('%s', async (data) => {
    const expected = given(data);
    expect(off(compared(await fit(fixture(`${data}.csv`), ',', expected), expected))).toEqual([]);
  });
});

describe.each(real)('every statistic from the moments by class, as R has it: $name', ({ file, delimiter, path }) => {
  it.skipIf(path === undefined)('agrees to 1e-9', async () => {
    const expected = JSON.parse(readFileSync(path!, 'utf8')) as Oracle;
    const from = join(datasets!, file);
    expect(off(compared(await fit(from, delimiter, expected), expected))).toEqual([]);
    const equal = await fit(from, delimiter, expected, 'equal');
    expect(off({ equal: fisherFunctions(equal, expected.classification_functions_equal) })).toEqual([]);
  });
});

describe('published figures of Fisher’s iris', () => {
  let fitted: FittedDiscriminant;
  beforeAll(async () => {
    fitted = await fit(fixture('iris.csv'), ',', given('iris'));
  });

  it('are those of SAS/STAT PROC CANDISC, "Analyzing Iris Data", and R’s candisc::Wilks', () => {
    const { wilks, pillai, hotellingLawley, roy } = fitted.statistics.multivariate;
    expect([wilks, pillai, hotellingLawley, roy].map((one) => one.value.toFixed(8))).toEqual([
      '0.02343863',
      '1.19189883',
      '32.47732024',
      '32.19192920',
    ]);
    expect([wilks, pillai, hotellingLawley, roy].map((one) => [one.f!.toFixed(2), one.df1, one.df2])).toEqual([
      ['199.15', 8, 288],
      ['53.47', 8, 290],
      ['580.53', 8, 286],
      ['1166.96', 4, 145],
    ]);
    const [, second] = fitted.functions;
    expect([second!.test.wilks.toFixed(5), second!.rao.f.toFixed(3), second!.rao.df1, second!.rao.df2]).toEqual([
      '0.77797',
      '13.794',
      3,
      145,
    ]);
    expect(second!.rao.p).toBeCloseTo(5.794e-8, 11);
    expect(fitted.statistics.pairs.map((one) => one.squaredDistance.toFixed(5))).toEqual([
      '89.86419',
      '179.38471',
      '17.20107',
    ]);
  });

  it('are those of SAS/STAT PROC STEPDISC, example 1: matrices, in square millimetres', () => {
    const { betweenSscp, totalSscp } = fitted.statistics.matrices;
    const told = (rows: readonly (readonly number[])[]): string[] => rows[0]!.map((value) => (value * 100).toFixed(5));
    expect(told(betweenSscp)).toEqual(['6321.21333', '-1995.26667', '16524.84000', '7127.93333']);
    expect(told(totalSscp)).toEqual(['10216.83333', '-632.26667', '18987.30000', '7692.43333']);
  });

  it('are those of SPSS: Box’s M 146.66, F 7.045', () => {
    const { test } = fitted.statistics.boxM;
    expect([test!.m.toFixed(5), test!.chiSquare.chiSquare.toFixed(5), test!.f!.f.toFixed(6)]).toEqual([
      '146.66325',
      '140.94305',
      '7.045262',
    ]);
    expect(test!.f!.df2).toBeCloseTo(77566.75, 2);
  });
});
