import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { contrastSegments, type FeatureContrast } from '../../../src/models/kmeans/contrast.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../../src/models/kmeans/fitted.ts';
import { nearestSegments } from '../../../src/models/kmeans/neighbours.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../../src/models/kmeans/score.sql.ts';
import { freezeDeep } from '../../../src/models/model.ts';
import { raw } from '../../../src/sql/sql.ts';
import { counting, customers, open, table } from '../support.ts';

let engine: Engine;
let fitted: FittedKmeans;
const features = [
  'log1p(recency_days)',
  'frequency',
  'signed_log(winsorise(monetary))',
  'discount_share',
  'category_share:Toys',
  'email_opt_in',
];

const fit = (options: Record<string, unknown>, relation: string, key: string): Promise<FittedKmeans> =>
  fitKmeans(engine, kmeansOptions.parse({ restarts: 3, ...options }), { asOf: '2026-11-20', relation, key });

beforeAll(async () => {
  engine = await open();
  await customers(engine, 3000);
  fitted = await fit({ features, k: 4 }, 'features.customer', 'customer_id');
  await engine.create('made.scores', kmeansScoreSql(fitted));
});
afterAll(() => engine.close());

const of = (rows: readonly FeatureContrast[], segment: string, feature: string): FeatureContrast =>
  rows.find((row) => row.segment === segment && row.feature === feature)!;

/** Mean, median and quartiles of a column, deviations and Cohen's d of an expression, by the engine's own statistics over doubles. */
async function reckoned(segment: string, column: string, bent: string) {
  const [row] = await engine.rows(
    raw(`with given as (
        select segment = '${segment}' as inside, cast(${column} as double) as x, cast(${bent} as double) as y
        from features.customer join made.scores using (customer_id)
        left join (select customer_id, share from features.customer_category where category = 'Toys') as toys using (customer_id)
        where ${column} is not null
      )
      select count(*) filter (inside) as customers, avg(x) filter (inside) as mean, median(x) filter (inside) as median,
        avg(x) as base_mean, median(x) as base_median,
        (avg(y) filter (inside) - avg(y) filter (not inside)) / sqrt((
          (count(*) filter (inside) - 1) * var_samp(y) filter (inside)
          + (count(*) filter (not inside) - 1) * var_samp(y) filter (not inside)) / (count(*) - 2)) as effect,
        stddev_pop(y) filter (inside) as sd, stddev_pop(y) as base_sd,
        quantile_cont(x, 0.25) as lower, quantile_cont(x, 0.75) as upper
      from given`),
    {
      customers: 'integer',
      mean: 'number',
      median: 'number',
      base_mean: 'number',
      base_median: 'number',
      effect: 'number',
      sd: 'number',
      base_sd: 'number',
      lower: 'number',
      upper: 'number',
    },
  );
  return row!;
}

describe('contrastSegments(engine, fitted)', () => {
  it('is what the statistics of the engine say of the values as they are known', async () => {
    const rows = await contrastSegments(engine, fitted, 'made.scores');
    const [low, high] = [fitted.matrix.columns[2]!.limits!.low, fitted.matrix.columns[2]!.limits!.high];
    const drawn = `greatest(${low}, least(${high}, cast(monetary as double)))`;
    const cases = [
      ['log1p(recency_days)', 'recency_days', 'ln(1 + recency_days)'],
      ['frequency', 'frequency', 'frequency'],
      ['signed_log(winsorise(monetary))', 'monetary', `sign(${drawn}) * ln(1 + abs(${drawn}))`],
      ['discount_share', 'discount_share', 'discount_share'],
      ['category_share:Toys', 'coalesce(share, 0)', 'coalesce(share, 0)'],
      ['email_opt_in=true', 'cast(email_opt_in as integer)', 'cast(email_opt_in as integer)'],
    ] as const;
    for (const { segment } of fitted.clusters) {
      for (const [feature, column, bent] of cases) {
        const expected = await reckoned(segment, column, bent);
        const found = of(rows, segment, feature);
        expect(found.customers).toBe(expected.customers);
        expect(found.mean).toBeCloseTo(expected.mean, 8);
        expect([found.median, found.baseMedian]).toEqual([expected.median, expected.base_median]);
        expect(found.baseMean).toBeCloseTo(expected.base_mean, 8);
        expect(found.effectSize).toBeCloseTo(expected.effect, 6);
        expect([found.baseLowerQuartile, found.baseUpperQuartile]).toEqual([expected.lower, expected.upper]);
        expect(found.sd).toBeCloseTo(expected.sd, 6);
        expect(found.baseSd).toBeCloseTo(expected.base_sd, 6);
        if (feature.includes('monetary')) expect(found.index).toBeNull();
        else expect(found.index).toBeCloseTo((100 * expected.mean) / expected.base_mean, 6);
      }
    }
  });

  it('ranks by the size of the effect, whichever its sign', async () => {
    const rows = await contrastSegments(engine, fitted, 'made.scores');
    for (const { segment } of fitted.clusters) {
      const own = rows.filter((row) => row.segment === segment).sort((a, b) => a.rank - b.rank);
      expect(own.map(({ rank }) => rank)).toEqual(fitted.matrix.columns.map((_, j) => j + 1));
      const sizes = own.map(({ effectSize }) => Math.abs(effectSize!));
      expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    }
    expect(rows.some(({ effectSize }) => effectSize! < -0.5)).toBe(true);
  });

  it('fetches rows by segments, however many customers there are', async () => {
    const { engine: counted, fetched } = counting(engine);
    await contrastSegments(counted, fitted, 'made.scores');
    expect(fetched.total).toBe(4 + 1 + 5);
  });

  it('is the same on any number of threads, with rows in any order', async () => {
    const other = await open({ threads: 1 });
    await customers(other, 3000, 'h3 desc, i');
    await other.create('made.scores', kmeansScoreSql(fitted));
    expect(await contrastSegments(other, fitted, 'made.scores')).toEqual(
      await contrastSegments(engine, fitted, 'made.scores'),
    );
    await other.close();
  });
});

describe('contrastSegments on awkward input', () => {
  const two = `select i as id, case when i < 4 then 0.0 else 10.0 end + 0.25 * (i % 4) as a, i < 4 as early, i % 2 * 1.0 as b from range(8) as t (i)`;

  it('is of tonight where the model is of an earlier night', async () => {
    await table(engine, 'made.two', two);
    const stored = await fit({ features: ['a', 'b'], weights: { a: 9 }, k: 2 }, 'made.two', 'id');
    await table(engine, 'made.two', `${two} union all select 8, 1e6, false, null`);
    await engine.create('made.scored', kmeansScoreSql(stored));
    const rows = await contrastSegments(engine, stored, 'made.scored');
    const high = rows.find(({ feature, mean }) => feature === 'a' && mean! > 100)!;
    expect([high.customers, high.mean, high.median]).toEqual([5, (41.5 + 1e6) / 5, 10.5]);
    expect(rows.filter(({ feature }) => feature === 'b').map(({ customers: known }) => known)).toEqual([4, 4]);
  });

  it('says 100 of what tells segments wholly apart, and nothing where there is one segment or nobody', async () => {
    await table(engine, 'made.two', two);
    const split = await fit({ features: ['a', 'early'], k: 2 }, 'made.two', 'id');
    await engine.create('made.scored', kmeansScoreSql(split));
    const rows = await contrastSegments(engine, split, 'made.scored');
    expect(rows.filter(({ feature }) => feature === 'early=true').map((row) => Math.abs(row.effectSize!))).toEqual([
      100, 100,
    ]);
    await table(engine, 'made.scored', `select cast(id as varchar) as customer_id, 's1' as segment from made.two`);
    const alone = await contrastSegments(engine, split, 'made.scored');
    expect(of(alone, 's1', 'a')).toMatchObject({ customers: 8, index: 100, effectSize: null, rank: 1 });
    expect(of(alone, 's2', 'a')).toMatchObject({
      customers: 0,
      mean: null,
      median: null,
      index: null,
      effectSize: null,
      sd: null,
    });
  });

  it('has means of values of any size to the last bits, side by side', async () => {
    const sized = `select i as id, (1 + i % 2 * 8 + i / 1000) * 1e-11 as tiny, (i % 2 * 8 + 1.0) * 1e12 + i / 8 as huge,
      case when i % 2 = 0 then 3e-11 + i * 1e-14 else 5e9 end as both from range(400) as t (i)`;
    await table(engine, 'made.sized', sized);
    const split = await fit({ features: ['tiny', 'huge', 'both'], k: 2 }, 'made.sized', 'id');
    await engine.create('made.scored', kmeansScoreSql(split));
    const rows = await contrastSegments(engine, split, 'made.scored');
    const means = await engine.rows(
      raw(`select segment, fsum(tiny) / 200 as tiny, fsum(huge) / 200 as huge, fsum("both") / 200 as "both"
        from made.sized join made.scored on customer_id = cast(id as varchar) group by segment order by segment`),
      { segment: 'text', tiny: 'number', huge: 'number', both: 'number' },
    );
    for (const { segment, ...expected } of means)
      for (const [feature, mean] of Object.entries(expected))
        expect(of(rows, segment, feature).mean! / mean).toBeCloseTo(1, feature === 'both' ? 8 : 14);
    const few = rows.filter(({ feature, mean }) => feature === 'both' && mean! < 1e9);
    expect(few.map(({ mean }) => mean!.toPrecision(5))).toEqual(['3.1990e-11']);
    const tiny = rows.find(({ feature }) => feature === 'tiny')!;
    expect(tiny.baseMean!.toPrecision(3)).toBe('5.20e-11');
    expect(tiny.index! / ((100 * tiny.mean!) / tiny.baseMean!)).toBeCloseTo(1, 14);
  });

  it('has a customer alone in a segment, and a feature that is constant by now', async () => {
    await table(engine, 'made.two', two);
    const split = await fit({ features: ['a', 'b'], k: 2 }, 'made.two', 'id');
    await table(
      engine,
      'made.two',
      `select i as id, case when i = 0 then 50.0 else 1.0 + i end as a, 7.0 as b from range(8) as t (i)`,
    );
    await table(
      engine,
      'made.scored',
      `select cast(id as varchar) as customer_id, case when id = 0 then 's1' else 's2' end as segment from made.two`,
    );
    const rows = await contrastSegments(engine, split, 'made.scored');
    expect(of(rows, 's1', 'a')).toMatchObject({ customers: 1, mean: 50, median: 50, rank: 1 });
    expect(of(rows, 's1', 'a').effectSize).toBeCloseTo((50 - 5) / Math.sqrt(28 / 6), 9);
    expect(of(rows, 's1', 'b')).toMatchObject({ effectSize: 0, index: 100 });
  });
});

describe('nearestSegments(fitted)', () => {
  const at = (...centres: readonly (readonly number[])[]): FittedKmeans =>
    freezeDeep({
      ...fitted,
      clusters: centres.map((centre, c) => ({ ...fitted.clusters[0]!, segment: `s${c + 1}`, centre })),
    });

  it('is by the distance of the centres; a single segment has none', () => {
    expect(nearestSegments(at([0, 0], [3, 4], [3, 5]))).toEqual([
      { segment: 's1', nearest: 's2', distance: 5 },
      { segment: 's2', nearest: 's3', distance: 1 },
      { segment: 's3', nearest: 's2', distance: 1 },
    ]);
    expect(nearestSegments(at([1, 1]))).toEqual([]);
  });
});
