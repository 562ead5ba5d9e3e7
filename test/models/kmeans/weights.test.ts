import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError } from '../../../src/errors.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../../src/models/kmeans/score.sql.ts';
import { weightsOf } from '../../../src/models/kmeans/weights.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { customers, open, table } from '../support.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
  await customers(engine, 3000);
});
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>, relation = 'features.customer', key = 'customer_id') =>
  fitKmeans(engine, kmeansOptions.parse({ restarts: 5, ...options }), { asOf: '2026-11-20', relation, key });

describe('weights', () => {
  it('are named by feature, or by column where that is one feature', () => {
    const features = ['log1p(monetary)', 'recency_days', 'category_share:Toys'];
    expect([...weightsOf({ features, weights: { monetary: 2, 'category_share:Toys': 0.5 } })]).toEqual([
      ['log1p(monetary)', 2],
      ['recency_days', 1],
      ['category_share:Toys', 0.5],
    ]);
    expect(() => weightsOf({ features, weights: { recency_day: 2 } })).toThrow(
      new ConfigError('kmeans: weights.recency_day must be named like a feature; did you mean recency_days?'),
    );
    const twice = { features: ['monetary', 'log1p(monetary)'], weights: { monetary: 3 } };
    expect(weightsOf(twice).get('monetary')).toBe(3);
    expect(weightsOf(twice).get('log1p(monetary)')).toBe(1);
  });

  it('of 2 count as the feature written twice', async () => {
    await table(engine, 'made.pair', `select customer_id, frequency, recency_days, recency_days as again from features.customer where not is_prospect`); // prettier-ignore
    const twice = await fit({ features: ['recency_days', 'again', 'frequency'], k: 4 }, 'made.pair');
    const weighted = await fit({ features: ['recency_days', 'frequency'], k: 4, weights: { recency_days: 2 } }, 'made.pair'); // prettier-ignore
    const sizes = ({ clusters }: FittedKmeans) => clusters.map((one) => one.customers).sort((a, b) => a - b);
    expect(sizes(weighted)).toEqual(sizes(twice));
    expect(weighted.within).toBeCloseTo(twice.within, 6);
    expect(weighted.total).toBeCloseTo(twice.total, 6);
    expect(weighted.features.map((one) => one.weight)).toEqual([2, 1]);
  });

  it('of 3 count as a text column, or a column in its own unit, written three times', async () => {
    await table(engine, 'made.thrice', `select customer_id, frequency, acquisition_source, acquisition_source as b, acquisition_source as c from features.customer where not is_prospect`); // prettier-ignore
    for (const standardize of [true, false]) {
      const asked = (features: string[], weights = {}) => fit({ features, weights, standardize, k: 3 }, 'made.thrice');
      const thrice = await asked(['acquisition_source', 'b', 'c', 'frequency']);
      const weighted = await asked(['acquisition_source', 'frequency'], { acquisition_source: 3 });
      const sizes = ({ clusters }: FittedKmeans) => clusters.map((one) => one.customers);
      expect(sizes(weighted)).toEqual(sizes(thrice));
      expect(weighted.total / thrice.total).toBeCloseTo(1, 9);
      expect(weighted.within / thrice.within).toBeCloseTo(1, 9);
    }
  });
});

describe('text and yes/no features', () => {
  it('are coded by every level and weigh as much as a number: total 1 a customer', async () => {
    const fitted = await fit({ features: ['recency_days', 'acquisition_source', 'email_opt_in'], k: 4 });
    expect(fitted.features.map((one) => one.feature)).toEqual([
      'recency_days',
      'acquisition_source=search',
      'acquisition_source=fair',
      'acquisition_source=friend',
      'email_opt_in=true',
      'email_opt_in=false',
    ]);
    expect(fitted.total).toBeCloseTo(3 * fitted.customers, 6);
    const heavy = await fit({ features: ['recency_days', 'email_opt_in'], k: 2, weights: { email_opt_in: 5 } });
    expect(heavy.total).toBeCloseTo(6 * heavy.customers, 6);
    const [yes, no] = heavy.features.slice(1);
    expect(yes!.mean + no!.mean).toBeCloseTo(1, 6);
    // The weight lets the yes/no feature rule: the segments are the two answers.
    expect(heavy.clusters.map((one) => Math.round(one.features[1]!.mean * 1e6) / 1e6).sort()).toEqual([0, 1]);
  });

  it('give customers without a value, or with a new one, the mean of the others', async () => {
    const fitted = await fit({ features: ['recency_days', 'acquisition_source'], k: 3 });
    await table(
      engine,
      'made.later',
      `select * replace (case when customer_id = 'c1' then 'radio' else acquisition_source end as acquisition_source) from features.customer`,
    );
    const later = { ...fitted, matrix: { ...fitted.matrix, relation: 'made.later' } };
    const scored = await engine.rows(
      sql`select count(*) as n from (${kmeansScoreSql(later)}) as s`,
      { n: 'integer' },
    ); // prettier-ignore
    expect(scored[0]!.n).toBe(fitted.customers);
  });

  it('keep a segment for customers whose number goes missing only later', async () => {
    await table(engine, 'made.full', `select i as id, i % 7 as a, i % 5 as b from range(100) as t (i)`);
    const fitted = await fit({ features: ['a', 'b'], k: 3 }, 'made.full', 'id');
    await engine.create('made.full', raw(`select i as id, case when i = 3 then null else i % 7 end as a, i % 5 as b from range(100) as t (i)`)); // prettier-ignore
    const [scored] = await engine.rows(sql`select count(*) as n from (${kmeansScoreSql(fitted)}) as s`, {
      n: 'integer',
    });
    expect(scored!.n).toBe(100);
  });
});
