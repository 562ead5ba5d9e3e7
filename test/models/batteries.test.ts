import { afterAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/engine.ts';
import { chiSquareTail } from '../../src/math/distributions.ts';
import { dot, inversePositive, times } from '../../src/math/linear-algebra.ts';
import { fitDiscriminant } from '../../src/models/discriminant/fit.ts';
import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import { discriminantOptions } from '../../src/models/discriminant/options.ts';
import { discriminantLeftOutSql, discriminantScoreSql } from '../../src/models/discriminant/score.sql.ts';
import { valuesSql } from '../../src/models/feature-set.sql.ts';
import { fitKmeans } from '../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { kmeansOptions } from '../../src/models/kmeans/options.ts';
import { kmeansScoreSql } from '../../src/models/kmeans/score.sql.ts';
import { fitTree } from '../../src/models/tree/fit.ts';
import type { FittedTree } from '../../src/models/tree/fitted.ts';
import { judgeKmeans, keepKmeans, type KeptKmeans } from './kmeans/support.ts';
import { treeOptions } from '../../src/models/tree/options.ts';
import { treeScoreSql } from '../../src/models/tree/score.sql.ts';
import type { FeatureMatrix } from '../../src/models/matrix.ts';
import { fitRfm } from '../../src/models/rfm/fit.ts';
import type { FittedRfm } from '../../src/models/rfm/fitted.ts';
import { rfmOptions } from '../../src/models/rfm/options.ts';
import { rfmScoreSql } from '../../src/models/rfm/score.sql.ts';
import { raw, type Sql } from '../../src/sql/sql.ts';
import { isFull } from '../support/full.ts';
import { sharedFolder } from '../support/running.ts';
import { contentOf, counting, customers, openShared } from './support.ts';

const input = { asOf: '2026-11-20' };
const sample = 500;
const kmeans = kmeansOptions.parse({
  features: [
    'log1p(recency_days)',
    'log1p(frequency)',
    'signed_log(monetary)',
    'discount_share',
    'category_share:Toys',
  ],
  k: 4,
  restarts: 5,
  sample,
});
/** Everything else that a k-means can be asked for: k by the criteria, text and yes/no columns, weights, winsorising. */
const automatic = kmeansOptions.parse({
  features: [
    'log1p(winsorise(monetary, 0.2))',
    'winsorise(recency_days, 0.02)',
    'acquisition_source',
    'email_opt_in',
    'channel_share:web',
  ],
  k: { from: 3, to: 4 },
  weights: { monetary: 2, acquisition_source: 0.5 },
  restarts: 3,
  sample,
});
/** Those who miss a value left out, features in their own units. */
const listwise = kmeansOptions.parse({
  features: ['discount_share', 'category_share:Toys', 'log1p(frequency)'],
  k: 3,
  missing: 'listwise',
  standardize: false,
  customers: 'all',
  weights: { 'category_share:Toys': 3 },
  restarts: 3,
  sample,
});
/** Scores within scores, cut-points of one's own, weights. */
const nested = rfmOptions.parse({
  bins: 4,
  binning: 'nested',
  weights: { recency: 3, frequency: 1, monetary: 2 },
});
const ownCuts = rfmOptions.parse({ cut_points: { recency: [30, 90, 200], monetary: [25.5, 100] } });
const discriminant = discriminantOptions.parse({
  predictors: ['age_years', 'acquisition_source', 'email_opt_in', 'channel_share:web', 'signed_log(monetary)'],
});
const quadratic = discriminantOptions.parse({ ...discriminant, covariance: 'separate', validation: 'leave_one_out' });
const shrunk = discriminantOptions.parse({
  ...discriminant,
  covariance: 'shrunk',
  shrinkage: { pooled: 0.5 },
  folds: 2,
  missing: 'mean',
});

/** Few values and many, text, missing values, parts. */
const tree = treeOptions.parse({
  features: ['age_years', 'acquisition_source', 'monetary', 'discount_share', 'email_opt_in', 'category_share:Toys'],
  criterion: 'entropy',
  priors: 'equal',
  depth: 4,
  cp: 0.001,
  prune: 'cv',
  folds: 3,
});

/** Every model: its fit and its scores. */
const models: Record<string, { fit: (engine: Engine) => Promise<unknown>; score: (fitted: never) => Sql }> = {
  rfm: {
    fit: (engine) => fitRfm(engine, rfmOptions.parse({}), input),
    score: (fitted: FittedRfm) => rfmScoreSql(fitted),
  },
  'rfm nested': {
    fit: (engine) => fitRfm(engine, nested, input),
    score: (fitted: FittedRfm) => rfmScoreSql(fitted),
  },
  'rfm by own cut-points': {
    fit: (engine) => fitRfm(engine, ownCuts, input),
    score: (fitted: FittedRfm) => rfmScoreSql(fitted),
  },
  kmeans: {
    fit: (engine) => fitKmeans(engine, kmeans, input),
    score: (fitted: FittedKmeans) => kmeansScoreSql(fitted),
  },
  'kmeans by itself': {
    fit: (engine) => fitKmeans(engine, automatic, input),
    score: (fitted: FittedKmeans) => kmeansScoreSql(fitted),
  },
  'kmeans listwise': {
    fit: (engine) => fitKmeans(engine, listwise, input),
    score: (fitted: FittedKmeans) => kmeansScoreSql(fitted),
  },
  discriminant: {
    fit: (engine) => fitDiscriminant(engine, discriminant, input),
    score: (fitted: FittedDiscriminant) => discriminantScoreSql(fitted),
  },
  'discriminant quadratic': {
    fit: (engine) => fitDiscriminant(engine, quadratic, input),
    score: (fitted: FittedDiscriminant) => discriminantLeftOutSql(fitted),
  },
  'discriminant regularised': {
    fit: (engine) => fitDiscriminant(engine, shrunk, input),
    score: (fitted: FittedDiscriminant) => discriminantScoreSql(fitted, { functions: true, posteriors: true }),
  },
  tree: {
    fit: (engine) => fitTree(engine, tree, input),
    score: (fitted: FittedTree) => treeScoreSql(fitted),
  },
};

const folder = sharedFolder();
const opened = new Map<string, Promise<Engine>>();
afterAll(async () => {
  for (const engine of opened.values()) await (await engine).close();
});

/** A database with n customers; models only read it, so all of them share it, as in a run. */
function database(n: number, threads = 2, order = 'i'): Promise<Engine> {
  const make = async (): Promise<Engine> => {
    const engine = await openShared(folder, threads);
    await customers(engine, n, order);
    return engine;
  };
  const key = [n, threads, order].join();
  const engine = opened.get(key) ?? make();
  opened.set(key, engine);
  return engine;
}

describe.each(Object.entries(models))('%s', (_, { fit, score }) => {
  /** Fits once; what was fetched for it is counted. */
  const fitting = (n: number, threads: number) => {
    const fitNow = async () => {
      const engine = await database(n, threads);
      const { engine: counted, fetched } = counting(engine);
      return { engine, fitted: await fit(counted), fetched };
    };
    let found: ReturnType<typeof fitNow> | undefined;
    return () => (found ??= fitNow());
  };
  const few = fitting(1500, 2);
  const many = fitting(30_000, 1);

  it.runIf(isFull)(
    'gives the same model and scores to the last bit on 1, 2 and 4 threads and with rows shuffled',
    async () => {
      const outcome = async (engine: Engine, fitted: unknown): Promise<[string, string]> => {
        await engine.create('made.scores', score(fitted as never));
        return [JSON.stringify(fitted), await contentOf(engine, 'made.scores')];
      };
      const { engine, fitted } = await many();
      const first = await outcome(engine, fitted);
      for (const other of [await database(30_000, 2), await database(30_000, 4, 'md5(cast(i as varchar))')])
        expect(await outcome(other, await fit(other))).toEqual(first);
    },
  );

  it('scores the same after a round trip through JSON, and is frozen', async () => {
    const { engine, fitted } = await few();
    await engine.create('made.before', score(fitted as never));
    await engine.create('made.after', score(JSON.parse(JSON.stringify(fitted)) as never));
    expect(await contentOf(engine, 'made.after')).toBe(await contentOf(engine, 'made.before'));
    const loose = (value: unknown): boolean =>
      typeof value === 'object' && value !== null && (!Object.isFrozen(value) || Object.values(value).some(loose));
    expect(loose(fitted)).toBe(false);
  });

  it.runIf(isFull)('fetches no more rows for 20 times the customers than its bound', async () => {
    // The sample, the bins of the coarseness check of each column on a binary grid, and small tables.
    const bound = sample + 4097 * 8 + 500;
    expect((await few()).fetched.total).toBeGreaterThan(0);
    for (const { fetched } of [await few(), await many()]) expect(fetched.total).toBeLessThan(bound);
  });
});

describe('kmeans from night to night', () => {
  const later = { asOf: '2026-11-25' };

  /** What is decided by a stored model on another night, and the model of a refit. */
  async function nextNight(engine: Engine, stored: KeptKmeans): Promise<string> {
    const judged = await judgeKmeans(engine, stored, automatic, later);
    const strict = await judgeKmeans(engine, stored, { ...automatic, drift: { psi: 1e-9, beyond: 0 } }, later);
    return JSON.stringify([judged, strict, await fitKmeans(engine, automatic, later, stored)]);
  }

  it.runIf(isFull)(
    'judges drift and fits again to the last bit on 1, 2 and 4 threads, shuffled, and from a model in JSON',
    async () => {
      const stored = await keepKmeans(await database(5000), automatic, input);
      const first = await nextNight(await database(6000, 1), stored);
      expect(first).toMatch(/"reuse":true.*"reuse":false.*"contest":\{"incumbent":/);
      expect(await nextNight(await database(6000, 2, 'hash(i)'), stored)).toBe(first);
      const text = JSON.parse(JSON.stringify(stored)) as KeptKmeans;
      expect(await nextNight(await database(6000, 4, 'md5(cast(i as varchar))'), text)).toBe(first);
    },
  );

  it('fetches the bins of each feature and two counts to judge drift, however many customers there are', async () => {
    const stored = await keepKmeans(await database(2000), kmeans, input);
    for (const n of [3000, 30_000]) {
      const { engine, fetched } = counting(await database(n));
      await judgeKmeans(engine, stored, kmeans, later);
      expect(fetched.total).toBeGreaterThan(0);
      expect(fetched.total).toBeLessThanOrEqual(10 * stored.matrix.columns.length + 1 + columnsOfCustomer);
    }
  });
});

/** The columns of `features.customer` in these tests: their types are read too. */
const columnsOfCustomer = 10;

/**
 * The values that a model scores, by customer, missing ones filled as the model says; null where a customer cannot be
 * scored.
 */
async function readValues(
  engine: Engine,
  matrix: FeatureMatrix,
  members = 'true',
): Promise<Map<string, number[] | null>> {
  const columns = matrix.columns.map((_, i) => `x${i + 1}`);
  const shape = { customer_id: 'text', ...Object.fromEntries(columns.map((x) => [x, 'number?'] as const)) } as const;
  const rows = await engine.rows(valuesSql(matrix, raw(members)), shape, 10_000);
  return new Map(
    rows.map((row) => {
      const values = matrix.columns.map(({ grid, fill }, i) => {
        const value = (row as Record<string, unknown>)[columns[i]!] as number | null;
        return value ?? (fill === null ? null : grid.low + fill / grid.scale);
      });
      return [row.customer_id, values.includes(null) ? null : (values as number[])];
    }),
  );
}

/** The published figures of a model, not the ones its SQL uses, give the scores that its SQL gives. */
describe('SQL score = TypeScript score', () => {
  it('holds for kmeans: nearest published centre, in published deviations', async () => {
    const engine = await database(3000);
    const fitted = await fitKmeans(engine, kmeans, input);
    const values = await readValues(engine, fitted.matrix);
    const shape = {
      customer_id: 'text',
      segment: 'text',
      distance: 'number',
      second_segment: 'text',
      margin: 'number',
    } as const;
    const rows = await engine.rows(kmeansScoreSql(fitted), shape, 3000);
    expect(rows).toHaveLength(fitted.customers);
    for (const row of rows) {
      const x = values.get(row.customer_id)!;
      const ranked = fitted.clusters
        .map(({ segment, features }) => ({
          segment,
          distance: Math.hypot(...features.map(({ mean }, j) => (x[j]! - mean) / fitted.features[j]!.sd)),
        }))
        .sort((a, b) => a.distance - b.distance);
      expect(row.segment).toBe(ranked[0]!.segment);
      expect(row.second_segment).toBe(ranked[1]!.segment);
      expect(row.distance).toBeCloseTo(ranked[0]!.distance, 6);
      expect(row.margin).toBeCloseTo(ranked[1]!.distance - ranked[0]!.distance, 6);
    }
  });

  it.each([
    ['weights and coded columns', automatic, 'not base.is_prospect'],
    ['customers left out who miss a value', listwise, 'true'],
  ])('holds for kmeans with %s: nearest published centre in the published space', async (_, options, members) => {
    const engine = await database(3000);
    const fitted = await fitKmeans(engine, options, input);
    const { columns } = fitted.matrix;
    const values = await readValues(engine, fitted.matrix, members);
    const shape = {
      ...({ customer_id: 'text', segment: 'text', distance: 'number' } as const),
      ...({ second_segment: 'text', margin: 'number' } as const),
    };
    const rows = await engine.rows(kmeansScoreSql(fitted), shape, 3000);
    expect(rows).toHaveLength([...values.values()].filter((value) => value !== null).length);
    expect(rows).toHaveLength(fitted.customers);
    for (const row of rows) {
      const position = values.get(row.customer_id)!.map((x, j) => {
        const point = Math.round((x - columns[j]!.grid.low) * columns[j]!.grid.scale);
        return (point - fitted.space.means[j]!) * fitted.space.factors[j]!;
      });
      const ranked = fitted.clusters
        .map(({ segment, centre }) => ({
          segment,
          distance: Math.hypot(...centre.map((value, j) => position[j]! - value)),
        }))
        .sort((a, b) => a.distance - b.distance);
      expect(row.segment).toBe(ranked[0]!.segment);
      expect(row.second_segment).toBe(ranked[1]!.segment);
      expect(row.distance).toBeCloseTo(ranked[0]!.distance, 7);
      expect(row.margin).toBeCloseTo(ranked[1]!.distance - ranked[0]!.distance, 7);
    }
  });

  it('holds for discriminant: softmax of Fisher’s published functions', async () => {
    const engine = await database(3000);
    const fitted = await fitDiscriminant(engine, discriminant, input);
    const values = await readValues(engine, fitted.matrix);
    const shape = {
      customer_id: 'text',
      assigned_segment: 'text',
      posterior: 'number',
      second_segment: 'text',
      second_posterior: 'number',
    } as const;
    const rows = await engine.rows(discriminantScoreSql(fitted), shape, 3000);
    expect(rows).toHaveLength([...values.values()].filter((x) => x !== null).length);
    for (const row of rows) {
      const x = values.get(row.customer_id)!;
      const scores = fitted.classes.map(
        ({ fisher }) => fisher.constant + fisher.coefficients.reduce((sum, b, j) => sum + b * x[j]!, 0),
      );
      const odds = scores.map((score) => Math.exp(score - Math.max(...scores)));
      const total = odds.reduce((sum, one) => sum + one, 0);
      const ranked = fitted.classes
        .map((one, c) => ({ class: one.class, posterior: odds[c]! / total }))
        .sort((a, b) => b.posterior - a.posterior);
      expect(row.assigned_segment).toBe(ranked[0]!.class);
      expect(row.posterior).toBeCloseTo(ranked[0]!.posterior, 7);
      expect(row.second_segment).toBe(ranked[1]!.class);
      expect(row.second_posterior).toBeCloseTo(ranked[1]!.posterior, 7);
    }
  });

  it.each([
    ['linear', discriminant],
    ['quadratic', quadratic],
    ['regularised', shrunk],
  ])('holds for discriminant, %s: distances and posteriors by the published covariances', async (_, options) => {
    const engine = await database(3000);
    const fitted = await fitDiscriminant(engine, options, input);
    const values = await readValues(engine, fitted.matrix);
    const shape = {
      ...({ customer_id: 'text', posterior: 'number', assigned_segment: 'text' } as const),
      ...({ squared_distance: 'number', typicality: 'number', second_squared_distance: 'number' } as const),
    };
    const rows = await engine.rows(discriminantScoreSql(fitted), shape, 3000);
    const inverses = fitted.classes.map((_one, c) =>
      inversePositive(fitted.classCovariances?.[c]!.covariance ?? fitted.covariance),
    );
    for (const row of rows) {
      const x = values.get(row.customer_id)!;
      const ranked = fitted.classes
        .map((one, c) => {
          const apart = one.means.map((mean, j) => x[j]! - mean);
          const distance = dot(apart, times(inverses[c]!, apart));
          const determinant = fitted.classCovariances?.[c]!.logDeterminant ?? 0;
          return { class: one.class, distance, cost: (distance + determinant) / 2 - Math.log(one.prior) };
        })
        .sort((a, b) => a.cost - b.cost);
      const [first, second] = ranked;
      const odds = ranked.reduce((sum, one) => sum + Math.exp(first!.cost - one.cost), 0);
      expect(row.assigned_segment).toBe(first!.class);
      expect(row.posterior).toBeCloseTo(1 / odds, 7);
      expect(row.squared_distance / first!.distance).toBeCloseTo(1, 7);
      expect(row.second_squared_distance / second!.distance).toBeCloseTo(1, 7);
      expect(row.typicality).toBeCloseTo(chiSquareTail(first!.distance, fitted.predictors.length), 7);
    }
  });
});
