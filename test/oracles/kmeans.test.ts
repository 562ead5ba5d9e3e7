import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { fitKmeans } from '../../src/models/kmeans/fit.ts';
import type { FittedKmeans } from '../../src/models/kmeans/fitted.ts';
import { kmeansOptions } from '../../src/models/kmeans/options.ts';
import { measures } from './kmeans-measures.ts';
import { figures, fixture, oracle, tableOf } from './support.ts';

/**
 * The best of 400 to 3,000 starts in R; see fixtures/README.md. Features are standardised by the sample deviation
 * there.
 */
interface Best {
  readonly case: string;
  readonly k: number;
  readonly best_known_total_within_ss: number;
  readonly sizes: number[];
  readonly centres?: number[][];
}

const best = figures('kmeans_best_known.json') as Best[];
const knownFor = (data: string, k: number): Best => best.find((one) => one.case === data && one.k === k)!;

let engine: Engine;

beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

const fit = (relation: string, key: string, features: readonly string[], k: number): Promise<FittedKmeans> =>
  fitKmeans(engine, kmeansOptions.parse({ features, k }), { asOf: '2026-11-20', relation, key });

/** Sum of squares with the sample deviation: ours, with divisor n, is n/(n − 1) times as large. */
const sampleWithin = ({ within, customers }: FittedKmeans): number => (within * (customers - 1)) / customers;

function expectBest(fitted: FittedKmeans, known: Best): void {
  const ratio = sampleWithin(fitted) / known.best_known_total_within_ss;
  expect(ratio).toBeLessThan(known.k <= 5 ? 1.001 : 1.01);
  if (Math.abs(ratio - 1) > 1e-9) return;
  const sizes = (all: readonly number[]): number[] => [...all].sort((a, b) => a - b);
  expect(sizes(fitted.clusters.map((one) => one.customers))).toEqual(sizes(known.sizes));
  if (!known.centres) return;
  const scale = Math.sqrt((fitted.customers - 1) / fitted.customers);
  const ours = fitted.clusters.map((one) => one.features.map(({ z }) => z * scale));
  for (const centre of known.centres) {
    const away = ours.map((own) => Math.max(...own.map((value, j) => Math.abs(value - centre[j]!))));
    expect(Math.min(...away)).toBeLessThan(1e-9);
  }
}

describe.each(['iris', 'wine'] as const)('k-means of %s', (data) => {
  it.each([2, 3, 4, 5, 6, 7, 8])('reaches the best known sum of squares for k = %i', async (k) => {
    await tableOf(engine, `made.${data}`, fixture(`${data}.csv`));
    expectBest(await fit(`made.${data}`, 'id', measures[data], k), knownFor(data, k));
  });
});

describe('published figures of Fisher’s iris', () => {
  it('are reached for k = 3, as they are and standardised', async () => {
    await tableOf(engine, 'made.iris', fixture('iris.csv'));
    const options = kmeansOptions.parse({ features: measures.iris, k: 3 });
    const input = { asOf: '2026-11-20', relation: 'made.iris', key: 'id' };
    const raw = await fitKmeans(engine, { ...options, standardize: false }, input);
    expect(raw.within).toBeCloseTo(78.85144143, 7);
    expect(raw.clusters.map((one) => one.customers).sort()).toEqual([38, 50, 62]);
    const standard = await fitKmeans(engine, options, input);
    expect(standard.within).toBeCloseTo(139.8205, 4);
    expect(sampleWithin(standard)).toBeCloseTo(138.88836, 5);
  });
});

describe.each(['superstore', 'cdnow_sample'])('k-means of recency, frequency and monetary value of %s', (data) => {
  const file = oracle(`rfm_${data}.csv`);
  it.skipIf(file === undefined).each([2, 3, 4, 5, 6, 7, 8])(
    'reaches the best known sum of squares for k = %i',
    async (k) => {
      await tableOf(
        engine,
        `made.${data}`,
        file!,
        `, types = {'customer_id': 'varchar', 'monetary': 'decimal(18, 4)'}`,
      );
      const features = ['log1p(recency_days)', 'log1p(frequency)', 'log1p(monetary)'];
      expectBest(await fit(`made.${data}`, 'customer_id', features, k), knownFor(`${data}_rfm`, k));
    },
  );
});
