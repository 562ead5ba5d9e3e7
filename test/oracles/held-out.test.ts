import { existsSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import { withHeldOut } from '../../src/models/discriminant/held-out.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { evaluateTwoClasses, type TwoClassEvaluation } from '../../src/models/evaluation/evaluate.ts';
import { join, literal, name, raw, sql } from '../../src/sql/sql.ts';
import { datasets, figures, fixture } from './support.ts';

interface Expected {
  readonly auc: number;
  readonly brier: number;
  readonly ks: number;
  readonly hits: readonly number[];
  readonly expected: readonly number[];
  readonly gains: readonly number[];
  readonly calibration: { readonly chi_square: number; readonly p: number };
  readonly best: { readonly score: number; readonly rows: number; readonly hits: number; readonly profit: number };
}

interface Case {
  readonly classes: readonly string[];
  readonly positive: string;
  readonly features: readonly string[];
  readonly linear: Expected;
  readonly quadratic: Expected;
}

const oracle = figures('held_out.json') as {
  readonly folds: number;
  readonly cost: number;
  readonly benefit: number;
  readonly cases: Record<string, Case>;
};

const cases = [
  { data: 'iris', file: fixture('iris.csv'), column: 'species', delimiter: ',' },
  { data: 'wine', file: fixture('wine.csv'), column: 'cultivar', delimiter: ',' },
  {
    data: 'bank',
    file: joinPath(datasets ?? '', 'bank_additional/bank-additional.csv'),
    column: 'y',
    delimiter: ';',
  },
].filter(({ file }) => existsSync(file));

/** Of shares and means of squares, absolute; sums of probabilities are counted in steps of 2⁻⁴⁰. */
const digits = 10;

describe.each(cases)('probabilities of $data by fits of the other parts', ({ data, file, column, delimiter }) => {
  const one = oracle.cases[data]!;
  let engine: Engine;
  beforeAll(async () => {
    engine = await openDuckdb();
    await engine.create(
      'made.data',
      sql`select cast(row_number() over () as varchar) as id, ${name(column)} as label, ${join(one.features.map((feature) => name(feature)))}
        from read_csv(${literal(file)}, delim = ${literal(delimiter)}, header = true, parallel = false, types = ${raw(`{'${column}': 'varchar'}`)})
        qualify label in (${join(one.classes.map((label) => literal(label)))})`,
    );
  });
  afterAll(() => engine.close());

  it.each(['linear', 'quadratic'] as const)('are worth what scikit-learn and SciPy find: %s', async (kind) => {
    const options = discriminantOptions.parse({
      class: 'label',
      predictors: one.features.map((feature) => feature),
      covariance: kind === 'linear' ? 'pooled' : 'separate',
      validation: 'folds',
      folds: oracle.folds,
    });
    const fitted = await fitDiscriminant(engine, options, { asOf: '', relation: 'made.data', key: 'id' });
    const place = fitted.classes.findIndex((label) => label.class === one.positive) + 1;
    const found: TwoClassEvaluation = await withHeldOut(engine, fitted, (rows) =>
      evaluateTwoClasses(
        engine,
        sql`select ${raw(`posterior_${place}`)} as score, class = ${literal(one.positive)} as hit from (${rows}) as judged`,
        { cost: oracle.cost, benefit: oracle.benefit },
      ),
    );
    const expected = one[kind];
    expect(found.auc).toBeCloseTo(expected.auc, digits);
    expect(found.ks.statistic).toBeCloseTo(expected.ks, digits);
    expect(found.brier).toBeCloseTo(expected.brier, digits);
    found.deciles.forEach((part, i) => {
      expect(part.hits).toBeCloseTo(expected.hits[i]!, digits);
      expect(part.expectedRate).toBeCloseTo(expected.expected[i]!, digits);
      expect(part.cumulativeGain).toBeCloseTo(expected.gains[i]!, digits);
    });
    expect(found.calibration!.chiSquare / expected.calibration.chi_square).toBeCloseTo(1, 8);
    expect(found.calibration!.p).toBeCloseTo(expected.calibration.p, 8);
    const { score, ...cut } = found.bestCut!;
    expect(cut).toEqual({ rows: expected.best.rows, hits: expected.best.hits, profit: expected.best.profit });
    expect(score).toBeCloseTo(expected.best.score, digits);
    // What is rated are the rows of the cross-validated table, no others.
    expect(found.rows).toBe(fitted.crossValidated.total);
    const left = await engine.rows(
      sql`select table_name as name from information_schema.tables where table_schema = 'models'`,
      { name: 'text' },
    );
    expect(left).toEqual([]);
  });
});
