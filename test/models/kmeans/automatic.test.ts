import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { describeKmeans } from '../../../src/models/kmeans/describe.ts';
import { fitKmeans } from '../../../src/models/kmeans/fit.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { open, table, workingTables } from '../support.ts';
import { inEnglish } from '../../../src/text/remark.ts';
import { isFull } from '../../support/full.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

const fit = (options: Record<string, unknown>) =>
  fitKmeans(engine, kmeansOptions.parse({ k: 'auto', restarts: 10, sample: 1000, ...options }), {
    asOf: '2026-11-20',
    relation: 'made.row',
    key: 'id',
  });

/** A number in (0, 1) that depends on row and column alone. */
const u = (j: number): string => `((hash(i * 31 + ${j}) % 999983 + 0.5) / 999983.0)`;

/** Four groups at the corners of a square. */
const corners = (n: number): string =>
  `select i as id, i % 2 * 6 + ${u(1)} + ${u(2)} as a, i // 2 % 2 * 6 + ${u(3)} + ${u(4)} as b from range(${n}) as t (i)`;

describe('k: auto', () => {
  it('finds the groups that are there, and keeps the whole table with the model', async () => {
    await table(engine, 'made.row', corners(3000));
    const fitted = await fit({ features: ['a', 'b'] });
    expect(fitted.clusters).toHaveLength(4);
    expect(inEnglish(fitted.warnings)).toEqual([]);
    const choice = fitted.choice!;
    expect(choice).toMatchObject({ from: 3, to: 8, chosen: 4, sample: 1000, smallestShare: 0.02, resamples: 20 });
    expect(choice.criteria.map(({ k }) => k)).toEqual([3, 4, 5, 6, 7, 8]);
    const four = choice.criteria[1]!;
    expect(four).toMatchObject({ admissible: true, stable: true, largeEnough: true, rand: 1, jaccard: [1, 1, 1, 1] });
    expect(four.silhouettes).toHaveLength(4);
    expect(four.silhouette).toBeGreaterThan(0.8);
    for (const other of choice.criteria.filter(({ k }) => k !== 4)) {
      expect(other.silhouette).toBeLessThan(four.silhouette);
      expect(other.calinskiHarabasz).toBeLessThan(four.calinskiHarabasz!);
      expect(other.daviesBouldin).toBeGreaterThan(four.daviesBouldin!);
    }
    // The rule of Tibshirani et al.: the smallest k with gap(k) ≥ gap(k + 1) − s(k + 1).
    const gaps = choice.criteria.map(({ k, gap, gapError }) => ({ k, gap: gap!, error: gapError! }));
    expect(gaps.find(({ gap }, i) => gap >= gaps[i + 1]!.gap - gaps[i + 1]!.error)!.k).toBe(4);
    expect(fitted.calinskiHarabasz! / four.calinskiHarabasz!).toBeCloseTo(3, 0);
    expect(fitted.daviesBouldin).toBeCloseTo(four.daviesBouldin!, 2);
    expect(JSON.parse(JSON.stringify(choice))).toEqual(choice);
    const report = describeKmeans(fitted);
    expect(report).toMatchObject({ k: 4, choice, warnings: [], daviesBouldin: fitted.daviesBouldin });
  });

  it('leaves no table behind, and gives the model that its k gives', async () => {
    await table(engine, 'made.row', corners(3000));
    const [found, given] = [await fit({ features: ['a', 'b'] }), await fit({ features: ['a', 'b'], k: 4 })];
    expect(found.clusters).toEqual(given.clusters);
    expect(given.choice).toBeNull();
    expect(await workingTables(engine)).toEqual([]);
  });

  it.runIf(isFull)('does not take a k with a segment below the smallest share', async () => {
    // Three groups, and one customer in a hundred beyond them.
    await table(
      engine,
      'made.row',
      `select i as id, case when i % 100 = 0 then 18 else i % 3 * 6 + ${u(1)} end as a, ${u(2)} as b from range(2000) as t (i)`,
    );
    const own = { features: ['a', 'b'], standardize: false, sample: 2000 };
    expect((await fit(own)).clusters).toHaveLength(3);
    const small = await fit({ ...own, smallest_share: 0.005 });
    expect(small.clusters).toHaveLength(4);
    expect(small.choice!.criteria[0]!.largeEnough).toBe(true);
  });

  it.runIf(isFull)('warns where nothing is stable', async () => {
    await table(engine, 'made.row', `select i as id, ${[1, 2, 3, 4, 5, 6].map((j) => `${u(j)} as x${j}`).join(', ')} from range(1000) as t (i)`); // prettier-ignore
    const fitted = await fit({ features: ['x1', 'x2', 'x3', 'x4', 'x5', 'x6'], k: { from: 5, to: 7 } });
    expect(fitted.choice!.criteria.some(({ stable }) => stable)).toBe(false);
    expect(inEnglish(fitted.warnings)).toEqual([
      'no k from 5 to 7 is stable in resamples of the customers; the segments may be arbitrary',
    ]);
  });

  it('tries no k above the number of different customers, and says so', async () => {
    await table(engine, 'made.row', `select i as id, i % 4 as a from range(500) as t (i)`);
    const fitted = await fit({ features: ['a'] });
    expect(fitted.choice!.criteria.map(({ k }) => k)).toEqual([3, 4]);
    expect(fitted.clusters).toHaveLength(4);
    expect(fitted.within).toBe(0);
    expect(fitted.choice!.criteria[1]).toMatchObject({ silhouette: 1, gap: null, calinskiHarabasz: null });
    expect(inEnglish(fitted.warnings)).toEqual([
      'the sample has fewer different customers than 5 segments; only k up to 4 was tried',
    ]);
    await expect(fit({ features: ['a'], k: { from: 5, to: 6 } })).rejects.toThrow(
      'kmeans: 4 distinct customers and k is looked for from 5 on; choose k or check the features',
    );
  });

  it('takes the smallest k without comparison where the sample is too plain and the customers are not', async () => {
    await table(
      engine,
      'made.row',
      `select i as id, case when i in (7, 8) then i * 1000 else 0 end as a from range(20000) as t (i)`,
    );
    const fitted = await fit({ features: ['a'], sample: 200 });
    expect(fitted.clusters.map((one) => one.customers).sort()).toEqual([1, 1, 19998]);
    expect(fitted.choice).toBeNull();
    expect(inEnglish(fitted.warnings)[0]).toMatch(/k = 3 was taken without comparison$/);
  });
});
