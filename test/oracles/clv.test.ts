import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { families } from '../../src/models/clv/families.ts';
import { fitClv } from '../../src/models/clv/fit.ts';
import { fitPurchases, type PurchaseModel } from '../../src/models/clv/fit-purchases.ts';
import type { FittedClv } from '../../src/models/clv/fitted.ts';
import type { History } from '../../src/models/clv/histories.ts';
import { clvOptions } from '../../src/models/clv/options.ts';
import { outlookOf } from '../../src/models/clv/outlook.ts';
import { discountedPurchases } from '../../src/models/clv/predict.ts';
import { prepareClv, type PreparedClv } from '../../src/models/clv/prepare.ts';
import type { Schedule } from '../../src/models/clv/schedule.ts';
import { spendsOf } from '../../src/models/clv/read-histories.ts';
import { scheduleOf } from '../../src/models/clv/schedule.ts';
import { scoreBase } from '../../src/models/clv/score-base.ts';
import { clvScoreSql } from '../../src/models/clv/score.sql.ts';
import { expectedSpend, fitSpend, type SpendModel } from '../../src/models/clv/spend.ts';
import { span } from '../../src/models/clv/unit.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { historiesOf, standardErrorsOf, type Triple } from '../models/clv/support.ts';
import { datasets, oracle } from './support.ts';

interface Estimates {
  readonly parameters: Readonly<Record<string, number>>;
  readonly log_likelihood: number;
  readonly standard_errors: Readonly<Record<string, number>>;
}

interface Oracle {
  readonly bg_nbd: Estimates;
  readonly pareto_nbd: Estimates;
  readonly gamma_gamma: Estimates & { readonly correlation_x_m: number; readonly customers_used: number };
  readonly holdout: { readonly actual: number; readonly bg_nbd_expected: number };
  readonly holdout_by_calibration_x: readonly {
    customers: number;
    actual_mean: number;
    bg_nbd_mean: number;
    pareto_nbd_mean: number;
  }[];
  readonly tracking_cumulative: readonly { week: number; actual: number; bg_nbd: number; pareto_nbd: number }[];
  readonly clv: { readonly total_w4_345: number };
}

type Row = Readonly<Record<string, string>>;

const csv = (file: string): Row[] => {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, i) => [name, cells[i]!]));
  });
};

const relative = (actual: number, expected: number): number => Math.abs(actual / expected - 1);

const until = '1997-09-30';

/** As `scripts/btyd.py` has it: a month of 4.345 weeks, 1 % a month. */
const settings = { discount: { rate: 0.01, per: 'month' }, month_days: 4.345 * 7, bootstrap: 0 } as const;

describe.each(['sample', 'master'] as const)('CDNOW %s', (which) => {
  const file = oracle(`btyd_cdnow_${which}.json`);
  const isThere = datasets !== undefined && file !== undefined;

  describe.skipIf(!isThere)('is what SciPy, lifetimes and BTYD have of it', () => {
    const known = isThere ? (JSON.parse(readFileSync(file, 'utf8')) as Oracle) : (null as never);
    let engine: Engine;
    let base: PreparedClv;
    let fitted: FittedClv;

    beforeAll(async () => {
      engine = await openDuckdb({ threads: 2 });
      const path = join(datasets!, `cdnow/cdnow_${which}.csv`);
      await engine.create(
        'file.purchase',
        sql`select customer_id, date as day, cast(dollar_value as decimal(18, 4)) as sold, cast(0 as decimal(18, 4)) as returned, true as is_purchase
          from read_csv(${literal(path)}, types = {'customer_id': 'varchar'})`,
      );
      const options = clvOptions.parse({ ...settings, holdout: until });
      const prepared = await prepareClv(engine, options, { relation: 'file.purchase', asOf: '1998-06-30' });
      fitted = await fitClv(engine, options, prepared);
      base = await prepareClv(engine, options, { relation: 'file.purchase', asOf: until });
    }, 60_000);
    afterAll(() => engine.close());

    const fitAs = (model: 'bgnbd' | 'pareto'): Promise<FittedClv> =>
      fitClv(engine, clvOptions.parse({ ...settings, model, holdout: 'none' }), base);

    const expectEstimates = (
      found: Pick<FittedClv['purchases'], 'logLikelihood' | 'parameters' | 'covariance'>,
      expected: Estimates,
      loose: readonly string[],
    ): void => {
      expect(Math.abs(found.logLikelihood - expected.log_likelihood)).toBeLessThan(1e-4);
      const values = found.parameters;
      const errors = standardErrorsOf(found);
      for (const [name, value] of Object.entries(expected.parameters)) {
        expect(relative(values[name]!, value)).toBeLessThan(loose.includes(name) ? 1e-2 : 1e-3);
        expect(relative(errors[name]!, expected.standard_errors[name]!)).toBeLessThan(1e-2);
      }
    };

    it('BG/NBD, Pareto/NBD and Gamma-Gamma: likelihoods, parameters, standard errors', async () => {
      const [bgnbd, pareto] = [await fitAs('bgnbd'), await fitAs('pareto')];
      expectEstimates(bgnbd.purchases, known.bg_nbd, ['a', 'b']);
      expectEstimates(pareto.purchases, known.pareto_nbd, []);
      expectEstimates(bgnbd.spending.model!, known.gamma_gamma, []);
      expect(bgnbd.spending.model!.customers).toBe(known.gamma_gamma.customers_used);
      expect(bgnbd.spending.model!.correlation!).toBeCloseTo(known.gamma_gamma.correlation_x_m, 9);
      for (const { convergence, remarks } of [bgnbd.purchases, pareto.purchases])
        expect([convergence.converged, convergence.agreed, remarks]).toEqual([true, 3, []]);
    }, 60_000);

    it('P(alive), expected purchases, spend and value of every customer at its parameters, to 8 digits', async () => {
      const rows = csv(oracle(which === 'sample' ? 'btyd_cdnow_sample.csv' : 'btyd_cdnow_master_first2000.csv')!);
      const given = (family: 'bgnbd' | 'pareto', estimates: Estimates): PurchaseModel => ({
        ...fitted.purchases,
        ...{ family, asked: family, parameters: estimates.parameters },
      });
      const { p, q, gamma } = known.gamma_gamma.parameters as SpendModel['parameters'];
      const model = { ...fitted.spending.model!, parameters: { p, q, gamma } };
      const shape = {
        customer_id: 'text',
        p_alive: 'number',
        expected_purchases: 'number',
        expected_spend: 'number',
        lifetime_value: 'number',
        discounted_purchases: 'number',
      } as const;
      const scores = async (family: 'bgnbd' | 'pareto', estimates: Estimates, weeks: number | null) => {
        const options = clvOptions.parse({
          ...settings,
          horizon: weeks === null ? { length: 12, unit: 'month' } : { length: weeks, unit: 'week' },
        });
        const purchases = given(family, estimates);
        const known = { ...fitted, asOf: until, purchases, options, spending: { model, mean: 0 } };
        await scoreBase(engine, options, base.base, known, outlookOf(options), 'scores.history');
        const all = clvScoreSql(known, base.base, 'scores.history');
        const found = await engine.rows(all, shape, 30_000);
        return new Map(found.map((row) => [row.customer_id, row]));
      };
      const bgnbd = await scores('bgnbd', known.bg_nbd, 39);
      const pareto = await scores('pareto', known.pareto_nbd, 39);
      const year = await scores('bgnbd', known.bg_nbd, null);
      let worst = 0;
      for (const row of rows) {
        const id = row['id']!;
        const [bg, pn, value] = [bgnbd.get(id)!, pareto.get(id)!, year.get(id)!];
        const pairs = [
          [bg.p_alive, 'bg_p_alive'],
          [bg.expected_purchases, 'bg_expected_39w'],
          [pn.p_alive, 'pnbd_p_alive'],
          [pn.expected_purchases, 'pnbd_expected_39w'],
          [value.expected_spend, 'gg_expected_spend'],
          [value.discounted_purchases * value.expected_spend, 'clv_12m_w4.345'],
        ] as const;
        for (const [actual, name] of pairs) worst = Math.max(worst, relative(actual, Number(row[name])));
        expect(Math.abs(value.lifetime_value - Number(row['clv_12m_w4.345']))).toBeLessThan(5.1e-5);
      }
      expect(rows.length).toBeGreaterThanOrEqual(2000);
      expect(worst).toBeLessThan(1e-8);
      const total = [...year.values()].reduce((sum, row) => sum + row.discounted_purchases * row.expected_spend, 0);
      expect(relative(total, known.clv.total_w4_345)).toBeLessThan(1e-8);
    }, 60_000);

    it('the holdout by frequency, and repeat purchases week by week', () => {
      const { validation } = fitted;
      expect([validation!.until, validation!.actual]).toEqual([until, known.holdout.actual]);
      expect(relative(validation!.model.total, known.holdout.bg_nbd_expected)).toBeLessThan(1e-5);
      known.holdout_by_calibration_x.forEach((row, i) => {
        const found = validation!.frequencies[i]!;
        expect(found.customers).toBe(row.customers);
        expect(found.actual).toBeCloseTo(row.actual_mean, 12);
        expect(relative(found.expected, row.bg_nbd_mean)).toBeLessThan(1e-5);
      });
      expect(validation!.tracking).toHaveLength(known.tracking_cumulative.length);
      known.tracking_cumulative.forEach((row, i) => {
        const found = validation!.tracking[i]!;
        expect([found.week, found.actual]).toEqual([row.week, row.actual]);
        expect(relative(found.expected, row.bg_nbd)).toBeLessThan(1e-5);
      });
    });

    it.runIf(which === 'sample')('errors of the holdout as published, and better than the pace so far', () => {
      const { model, pace, customers, top } = fitted.validation!;
      expect(customers).toBe(2357);
      expect(model.mae).toBeCloseTo(0.78545, 5);
      expect(model.rmse).toBeCloseTo(1.60798, 5);
      expect(model.bias).toBeCloseTo((1653.41 - 1882) / 2357, 5);
      expect(model.mae).toBeLessThan(pace.mae);
      expect(model.rmse).toBeLessThan(pace.rmse);
      expect(top).toMatchObject({ customers: 471, grade: 'A' });
    });
  });
});

describe.skipIf(datasets === undefined)('the summary file that quick starts use', () => {
  const rows = datasets === undefined ? [] : csv(join(datasets, 'cdnow/cdnow_customers_summary_with_transactions.csv'));
  const numbers = rows.map((row) => ['x', 't_x', 'T', 'zbar'].map((name) => Number(row[name])));
  let purchases: PurchaseModel<'week'>;
  let spend: SpendModel;

  beforeAll(() => {
    purchases = fitPurchases(
      'bgnbd',
      historiesOf(
        numbers.map(([x, tx, T]): Triple => [x!, tx!, T!]),
        'week',
      ),
    );
    const buyers = numbers.filter(([x, , , m]) => x! > 0 && m! > 0).sort((a, b) => a[0]! - b[0]! || a[3]! - b[3]!);
    spend = fitSpend(
      spendsOf({
        repeats: Float64Array.from(buyers, ([x]) => x!),
        mean: Float64Array.from(buyers, ([, , , m]) => m!),
        customers: new Float64Array(buyers.length).fill(1),
      }),
    );
  });

  const value = (customer: number, schedule: Schedule<'week'>): number => {
    const [repeats, recency, age, mean] = numbers[customer - 1]! as [number, number, number, number];
    const history: History<'week'> = { unit: 'week', repeats, recency, age };
    return discountedPurchases(purchases, history, schedule) * expectedSpend(spend, repeats, mean);
  };

  it('gives the parameters of lifetimes and its likelihood', () => {
    const expected = { r: 0.242593, alpha: 4.413532, a: 0.792886, b: 2.425752 };
    for (const [name, parameter] of Object.entries(expected))
      expect(purchases.parameters[name]!).toBeCloseTo(parameter, 5);
    expect(purchases.logLikelihood).toBeCloseTo(-9582.42556, 4);
    const errors = { r: 0.012557, alpha: 0.378221, a: 0.185719, b: 0.705345 };
    for (const [name, error] of Object.entries(errors))
      expect(standardErrorsOf(purchases)[name]!).toBeCloseTo(error, 4);
    expect(spend.parameters.p).toBeCloseTo(6.2488, 3);
    expect(spend.parameters.q).toBeCloseTo(3.74459, 4);
    expect(spend.parameters.gamma).toBeCloseTo(15.44775, 2);
    [24.6586, 18.9115, 35.171, 35.171, 35.171, 71.4628].forEach((worth, i) => {
      expect(expectedSpend(spend, numbers[i]![0]!, numbers[i]![3]!)).toBeCloseTo(worth, 3);
    });
  });

  it('is worth 36.2785 in twelve months of 4.345 weeks; the 140.0962 that is copied for it is the value of 360 weeks', () => {
    const monthly = { rate: 0.01, per: 'month' } as const;
    const year = scheduleOf(span(12, 'month'), monthly, 'week', { monthDays: 4.345 * 7 });
    const copied: Schedule<'week'> = { ...year, ends: year.ends.map((_, i) => 30 * (i + 1)) };
    const [right, wrong] = [
      { 1: 36.2785, 2: 4.6375, 3: 8.3441, 6: 283.5236, 9: 43.3536 },
      { 1: 140.0962, 2: 18.9435, 3: 38.1806, 6: 1003.8682, 9: 167.4182 },
    ];
    for (const [customer, expected] of Object.entries(right))
      expect(relative(value(Number(customer), year), expected)).toBeLessThan(2e-5);
    for (const [customer, expected] of Object.entries(wrong))
      expect(relative(value(Number(customer), copied), expected)).toBeLessThan(2e-5);
  });

  it('MBG/NBD: the estimates of Batislam, Denizel and Filiztekin', () => {
    const found = fitPurchases(
      'mbgnbd',
      historiesOf(
        numbers.map(([x, tx, T]): Triple => [x!, tx!, T!]),
        'week',
      ),
    );
    const { r, alpha, a, b } = found.parameters;
    expect([r, alpha, a, b].map((one) => one!.toFixed(3))).toEqual(['0.525', '6.183', '0.891', '1.614']);
    expect(families[found.family].alive([r!, alpha!, a!, b!], 0, 0, 38.86)).toBeLessThan(0.7);
  });
});
