import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { ConfigError, ModelError } from '../../../src/errors.ts';
import { untransformed } from '../../../src/models/kmeans/clusters.ts';
import { describeKmeans } from '../../../src/models/kmeans/describe.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { kmeansScoreColumns, kmeansScoreSql, noKmeansScores } from '../../../src/models/kmeans/score.sql.ts';
import { raw, sql } from '../../../src/sql/sql.ts';
import { customers, open, table, workingTables } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';

let engine: Engine;
const asOf = '2026-11-20';
const features = ['log1p(recency_days)', 'log1p(frequency)', 'signed_log(monetary)', 'discount_share'];

beforeAll(async () => {
  engine = await open();
  await customers(engine, 4000);
});
afterAll(() => engine.close());

const fit = (
  options: Record<string, unknown>,
  relation = 'features.customer',
  key = 'customer_id',
): Promise<FittedKmeans> =>
  fitKmeans(engine, kmeansOptions.parse({ features, restarts: 5, ...options }), { asOf, relation, key });

describe('untransformed(value, transform)', () => {
  it('is the value in the unit of its column again, below 0 too', () => {
    expect(untransformed(Math.log1p(9), 'log1p')).toBeCloseTo(9, 12);
    expect(untransformed(Math.log1p(9), 'signed_log')).toBeCloseTo(9, 12);
    expect(untransformed(-Math.log1p(9), 'signed_log')).toBeCloseTo(-9, 12);
    expect(untransformed(-9, 'none')).toBe(-9);
  });
});

describe('fitKmeans(engine, options, input)', () => {
  it('segments the customers with purchases, s1 spending most, and leaves no working table', async () => {
    const fitted = await fit({ k: 4 });
    const [buyers] = await engine.rows(sql`select count(*) as n from features.customer where not is_prospect`, {
      n: 'integer',
    });
    expect(fitted.customers).toBe(buyers!.n);
    expect(fitted.clusters.reduce((total, cluster) => total + cluster.customers, 0)).toBe(buyers!.n);
    await engine.create('made.scores', kmeansScoreSql(fitted));
    const means = await engine.rows(
      raw(`select segment, count(*) as n, cast(sum(monetary) as double) / count(*) as mean
        from made.scores join features.customer using (customer_id) group by segment order by segment`),
      { segment: 'text', n: 'integer', mean: 'number' },
    );
    expect(means.map((row) => row.segment)).toEqual(['s1', 's2', 's3', 's4']);
    expect(means.map((row) => row.mean)).toEqual([...means.map((row) => row.mean)].sort((a, b) => b - a));
    for (const { segment, n } of means) {
      expect(fitted.clusters.find((cluster) => cluster.segment === segment)!.customers).toBe(n);
    }
    expect(await workingTables(engine)).toEqual([]);
  });

  it('counts what was missing and drops what is constant, by name', async () => {
    const fitted = await fit({ features: [...features, 'channel_share:fax', 'category_share:Toys'], k: 3 });
    const reason = 'is 0 for everyone: nobody bought in a channel of this name';
    expect(fitted.dropped).toMatchObject([{ feature: 'channel_share:fax', reason }]);
    expect(fitted.features.map((one) => one.feature)).toEqual([...features, 'category_share:Toys']);
    const report = describeKmeans(fitted);
    expect(report.missing).toEqual([
      { feature: 'discount_share', customers: expect.any(Number) as number, rule: 'mean' },
    ]);
    expect(report.segments.map((row) => row.segment)).toEqual(['s1', 's2', 's3']);
    expect(report.explained).toBeGreaterThan(0.2);
    const listwise = await fit({ k: 3, missing: 'listwise' });
    expect(listwise.customers).toBe(fitted.customers - report.missing[0]!.customers);
  });

  it('measures features in their standard deviations (divisor n), or as they are', async () => {
    await table(engine, 'made.two', `select i as id, i % 2 * 10 as a, i // 2 % 2 * 0.1 as b from range(8) as t (i)`);
    const standard = await fit({ features: ['a', 'b'], k: 2 }, 'made.two', 'id');
    expect(standard.features.map((one) => one.sd)).toEqual([5, 0.05]);
    expect(standard.total).toBeCloseTo(16, 10);
    const plain = await fit({ features: ['a', 'b'], k: 2, standardize: false }, 'made.two', 'id');
    expect(plain.total).toBeCloseTo(8 * (25 + 0.0025), 10);
    expect(plain.within).toBeCloseTo(8 * 0.0025, 10);
    expect(plain.orderedBy).toBe('customers');
    // Profiles are in standard deviations all the same: 0 and 10 lie one of 5 from the mean.
    expect(plain.clusters.map(({ features: [a] }) => a!.z).sort()).toEqual([-1, 1]);
    expect(describeKmeans(plain).segments.map(({ share, spread }) => [share, spread])).toEqual([
      [0.5, expect.closeTo(0.0025, 12)],
      [0.5, expect.closeTo(0.0025, 12)],
    ]);
    expect(describeKmeans(plain).explained).toBeCloseTo(25 / 25.0025, 10);
  });

  it('takes as many segments as there are different customers, and no more', async () => {
    await table(engine, 'made.three', `select i as id, i % 3 as a from range(1000) as t (i)`);
    const three = await fit({ features: ['a'], k: 3 }, 'made.three', 'id');
    expect(three.within).toBe(0);
    expect(three.clusters.map((cluster) => cluster.customers).sort()).toEqual([333, 333, 334]);
    await expect(fit({ features: ['a'], k: 5 }, 'made.three', 'id')).rejects.toThrow(
      new ModelError('kmeans: 3 distinct customers for k = 5; lower k or check the features'),
    );
  });

  it('finds rare customers that the sample does not hold when k asks for them', async () => {
    await table(
      engine,
      'made.rare',
      `select i as id, case when i = 7 then 1000 when i = 8 then 2000 else 0 end as a from range(20000) as t (i)`,
    );
    const fitted = await fit({ features: ['a'], k: 3, sample: 200 }, 'made.rare', 'id');
    expect(fitted.clusters.map((cluster) => cluster.customers).sort()).toEqual([1, 1, 19998]);
  });

  it('refuses what it cannot segment, in a sentence', async () => {
    await table(engine, 'made.flat', `select i as id, 4 as a from range(10) as t (i)`);
    await expect(fit({ features: ['a'], k: 2 }, 'made.flat', 'id')).rejects.toThrow(
      'kmeans: every feature is constant; choose features that differ',
    );
    await table(engine, 'made.flat', `select i as id, 4 as a from range(0) as t (i)`);
    await expect(fit({ features: ['a'], k: 2 }, 'made.flat', 'id')).rejects.toThrow(ModelError);
    await expect(fit({ features: ['first_purchased_on'] })).rejects.toThrow(ConfigError);
    await expect(fit({ features: ['log1p(acquisition_source)'] })).rejects.toThrow(ConfigError);
    await table(engine, 'made.flat', `select i as id, i as a, cast(null as varchar) as b from range(10) as t (i)`);
    await expect(fit({ features: ['a', 'b'], k: 2 }, 'made.flat', 'id')).rejects.toThrow(
      'kmeans: b has no values; leave it out',
    );
    await expect(fit({ features: ['log1p(monetary)'] })).rejects.toThrow(/use signed_log/);
  });

  it('refuses one customer, and customers who are all alike; equal ones always share a segment', async () => {
    const alone = 'kmeans: there is one customer alone; segments need two or more that differ';
    await table(engine, 'made.one', `select 'c1' as id, 3.5 as a, 2 as b`);
    await expect(fit({ features: ['a', 'b'], k: 2 }, 'made.one', 'id')).rejects.toThrow(new ModelError(alone));
    await expect(fit({ features: ['a', 'b'], k: 'auto' }, 'made.one', 'id')).rejects.toThrow(new ModelError(alone));
    await table(engine, 'made.one', `select i as id, 3.5 as a, 2 as b from range(5) as t (i)`);
    await expect(fit({ features: ['a', 'b'], k: 2 }, 'made.one', 'id')).rejects.toThrow('every feature is constant');
    await table(engine, 'made.one', `select i as id, 1 as a, cast(null as double) as b from range(5) as t (i)`);
    await expect(fit({ features: ['a', 'b'], k: 2 }, 'made.one', 'id')).rejects.toThrow('kmeans: b has no values; leave it out'); // prettier-ignore
    await table(engine, 'made.twins', `select i as id, i // 4 % 25 as a, i // 4 % 7 as b from range(400) as t (i)`);
    await engine.create('made.scores', kmeansScoreSql(await fit({ features: ['a', 'b'], k: 4 }, 'made.twins', 'id')));
    const torn = raw(`select a, b from made.scores join made.twins on cast(id as varchar) = customer_id
      group by a, b having count(distinct segment) > 1`);
    expect(await engine.rows(torn, { a: 'integer', b: 'integer' })).toEqual([]);
  });

  it('says when it ran out of iterations', async () => {
    const fitted = await fit({ k: 7, restarts: 1, sample: 200, iterations: 1 });
    expect(fitted.convergence).toEqual({
      iterations: 1,
      converged: false,
      reason: 'stopped at the limit of 1 iterations',
    });
    expect(fitted.clusters.reduce((total, cluster) => total + cluster.customers, 0)).toBe(fitted.customers);
  });

  it('has a table without rows for a pipeline without it, with the same columns', async () => {
    const columns = async (query: Parameters<Engine['check']>[0]) =>
      Object.fromEntries((await engine.check(query)).map((column) => [column.name, column.type.toLowerCase()]));
    expect(await columns(noKmeansScores)).toEqual(kmeansScoreColumns);
    expect(await columns(kmeansScoreSql(await fit({ k: 2 })))).toEqual(kmeansScoreColumns);
  });

  it('measures everything about the centres it publishes, also where it is stopped before they rest', async () => {
    const stopped = await fit({ k: 5, iterations: 1, restarts: 1, sample: 200 });
    expect(stopped.convergence.converged).toBe(false);
    const [scored] = await engine.rows(
      sql`select sum(distance * distance) as within from (${kmeansScoreSql(stopped)}) as scored`,
      { within: 'number' },
      1,
    );
    expect(stopped.within).toBeCloseTo(scored!.within, 6);
  });

  it('puts segments in order by monetary values of any size', async () => {
    await table(
      engine,
      'made.vast',
      `select i as id, i % 3 * 10 + i % 7 as a, [3e15, 4e15, 'nan'::double][i % 3 + 1] as monetary from range(300) as t (i)`,
    );
    const vast = await fit({ features: ['a'], k: 3 }, 'made.vast', 'id');
    const ordered = [...vast.clusters].sort((x, y) => (x.segment < y.segment ? -1 : 1));
    expect(ordered.map((cluster) => Math.floor(cluster.features[0]!.mean / 10))).toEqual([1, 0, 2]);
  });

  it('puts segments in order by size where nothing is spent', async () => {
    await table(engine, 'made.sizes', `select i as id, case when i < 10 then 0 when i < 40 then 50 else 99 end as a from range(60) as t (i)`); // prettier-ignore
    const sizes = await fit({ features: ['a'], k: 3 }, 'made.sizes', 'id');
    const bySegment = Object.fromEntries(sizes.clusters.map(({ segment, customers: n }) => [segment, n]));
    expect(bySegment).toEqual({ s1: 30, s2: 20, s3: 10 });
  });

  it('has margins of at least 0 for customers halfway between segments, whatever the last bit says', async () => {
    const groups = [1, 2, 3].map((g) => `case when i % 3 = ${g - 1} then 10 else 0 end + i // 3 % 7 as x${g}`);
    await table(engine, 'made.corners', `select i as id, ${groups.join(', ')} from range(300) as t (i)`);
    const corners = await fit({ features: ['x1', 'x2', 'x3'], k: 3 }, 'made.corners', 'id');
    await table(engine, 'made.between', `select i as id, i as x1, i as x2, i as x3 from range(30) as t (i)`);
    const moved = { ...corners, matrix: { ...corners.matrix, relation: 'made.between' } };
    const scores = await engine.rows(kmeansScoreSql(moved), { margin: 'number' });
    expect(scores).toHaveLength(30);
    for (const { margin } of scores) {
      expect(margin).toBeGreaterThanOrEqual(0);
      expect(margin).toBeLessThan(1e-12);
    }
  });

  it('warns of a segment that had the smallest share in the sample and has not among all', async () => {
    // 25 of 400 customers far from the others, and all of them in the sample of 200.
    await table(
      engine,
      'made.lucky',
      `select id, case when nth <= 25 then 500 else nth % 2 * 100 end + nth % 7 as a
        from (select 'c' || i as id, row_number() over (order by md5('c' || i)) as nth from range(400) as t (i)) as numbered`,
    );
    const lucky = (smallest: number) =>
      fit({ features: ['a'], k: { from: 3, to: 3 }, sample: 200, smallest_share: smallest }, 'made.lucky', 'id');
    const warned = await lucky(0.1);
    expect(warned.choice).toMatchObject({ sample: 200, criteria: [{ smallestShare: 0.125, largeEnough: true }] });
    expect(inEnglish(warned.warnings)).toEqual([
      's3 has 25 customers, less than the smallest share; in the sample it had more',
    ]);
    expect(inEnglish((await lucky(0.0625)).warnings)).toEqual([]);
    expect(inEnglish((await lucky(0.2)).warnings)).toEqual([
      'k = 3 is not free of segments below the smallest share; choose k, or lower smallest_share',
    ]);
  });

  it('warns of segments below the smallest share also where k is given', async () => {
    await table(
      engine,
      'made.outlier',
      `select i as id, case when i = 0 then 99999 else i % 2 * 100 + i % 7 end as a from range(200) as t (i)`,
    );
    const told = (k: number, more = {}) => fit({ features: ['a'], k, ...more }, 'made.outlier', 'id');
    expect(inEnglish((await told(3)).warnings)).toEqual([
      'a segment has less than 2.0% of the customers (1 customer): outliers can make a segment of their own; ' +
        'winsorise(…) around a feature draws them in, or choose another k',
    ]);
    expect(inEnglish((await told(3, { smallest_share: 0.005 })).warnings)).toEqual([]);
    expect(inEnglish((await told(2, { features: ['winsorise(a)'] })).warnings)).toEqual([]);
  });

  it('says from which k on it looked where there are fewer different customers', async () => {
    await table(engine, 'made.pair', `select i as id, i % 2 as a from range(100) as t (i)`);
    await expect(fit({ features: ['a'], k: 'auto' }, 'made.pair', 'id')).rejects.toThrow(
      new ModelError('kmeans: 2 distinct customers and k is looked for from 3 on; choose k or check the features'),
    );
  });
});
