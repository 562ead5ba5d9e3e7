import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uniformStream } from '../../../src/math/random.ts';
import type { Engine } from '../../../src/engine/engine.ts';
import { measureGaps } from '../../../src/models/kmeans/criteria/gap.ts';
import { calinskiHarabasz, daviesBouldin } from '../../../src/models/kmeans/criteria/indices.ts';
import { readScatter } from '../../../src/models/kmeans/criteria/scatter.ts';
import { readSilhouettes } from '../../../src/models/kmeans/criteria/silhouette.ts';
import { silhouetteSteps } from '../../../src/models/kmeans/criteria/steps.ts';
import { measureStability } from '../../../src/models/kmeans/criteria/stability.ts';
import { kmeansOptions } from '../../../src/models/kmeans/options.ts';
import { raw } from '../../../src/sql/sql.ts';
import { open, table } from '../support.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await open();
});
afterAll(() => engine.close());

const line = { means: [0], factors: [1] };
const rowsOf = (values: readonly (readonly number[])[]): string =>
  values.map((row, i) => `(${[i + 1, ...row].join(', ')})`).join(', ');

async function silhouettes(rows: readonly (readonly number[])[], k: number) {
  await table(engine, 'made.judged', `select * from (values ${rowsOf(rows)}) as t (member, u1, a)`);
  const labels = [{ column: 'a', k }];
  return (await readSilhouettes(engine, { table: 'made.judged', space: line, labels, meanSquare: 1 }))[0]!;
}

describe('silhouetteSteps(rows)', () => {
  it('keeps the largest sum of any sample a whole number that a double holds', () => {
    const most = kmeansOptions.shape.sample.unwrap().maxValue!;
    for (const rows of [1, 4096, 8192, 8193, most])
      expect(rows * silhouetteSteps(rows)).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER + 1);
    expect([most, silhouetteSteps(most), silhouetteSteps(4096)]).toEqual([16_384, 2 ** 39, 2 ** 40]);
  });
});

describe('readSilhouettes(engine, labelled)', () => {
  it('is (b − a)/max(a, b), and 0 for a row alone', async () => {
    const found = await silhouettes([[0, 1], [2, 1], [10, 2]], 2); // prettier-ignore
    // 0: a = 2, b = 10; 2: a = 2, b = 8; 10: alone.
    expect(found.clusters).toEqual([
      { place: 1, rows: 2, mean: expect.closeTo((0.8 + 0.75) / 2, 9) as number },
      { place: 2, rows: 1, mean: 0 },
    ]);
    expect(found.mean).toBeCloseTo((0.8 + 0.75) / 3, 9);
  });

  it('is 0 where a = b = 0, negative where a row lies with another cluster, and 0 for one cluster alone', async () => {
    expect((await silhouettes([[1, 1], [1, 1], [1, 2], [1, 2]], 2)).mean).toBe(0); // prettier-ignore
    expect((await silhouettes([[0, 1], [9, 1], [9, 2], [9, 2]], 2)).clusters[0]!.mean).toBeCloseTo(-0.5, 9); // prettier-ignore
    expect((await silhouettes([[0, 1], [9, 1]], 1)).mean).toBe(0); // prettier-ignore
  });

  it('has the same bits on 1, 2 and 4 threads and in any unit', async () => {
    const of = async (threads: number, unit: number): Promise<string> => {
      const own = await open({ threads });
      await table(
        own,
        'made.judged',
        `select i + 1 as member, cast(hash(i) % 100000 as integer) as u1, cast(hash(i * 3) % 1000 as integer) as u2,
          1 + i % 3 as k3, 1 + hash(i) % 100000 // 20001 as k5 from range(1500) as t (i) order by hash(i + ${threads})`,
      );
      const space = { means: [50_000, 500], factors: [2e-5 * unit, 1e-3 * unit] };
      const labels = [
        { column: 'k3', k: 3 },
        { column: 'k5', k: 5 },
      ];
      const judged = { table: 'made.judged', space, labels, meanSquare: unit * unit };
      const found = await readSilhouettes(own, judged);
      await own.close();
      return JSON.stringify(found);
    };
    const first = await of(1, 1);
    expect(await of(2, 1)).toBe(first);
    expect(await of(4, 1)).toBe(first);
    expect(await of(2, 2 ** 20)).toBe(first);
  });
});

describe('readScatter(engine, labelled, space, k), calinskiHarabasz and daviesBouldin', () => {
  it('measure each cluster about its mean; labels without rows are left out', async () => {
    const labelled = raw(`select * from (values (1, 0), (1, 4), (3, 10), (3, 10), (3, 16)) as t (place, u1)`);
    const scatter = await readScatter(engine, labelled, line, 3);
    const near = (value: number): number => expect.closeTo(value, 8) as number;
    expect(scatter).toEqual([
      { n: 2, centre: [2], within: 8, meanDistance: near(2), farthest: near(2) },
      { n: 3, centre: [12], within: 24, meanDistance: near(8 / 3), farthest: near(4) },
    ]);
    // Mean of all 8; between 2·36 + 3·16 = 120.
    expect(calinskiHarabasz(scatter)).toBeCloseTo(120 / 1 / (32 / 3), 10);
    expect(daviesBouldin(scatter)).toBeCloseTo((2 + 8 / 3) / 10, 8);
  });

  it('take for each cluster the one it is least apart from', () => {
    const at = (centre: number) => ({ n: 1, centre: [centre], within: 1, meanDistance: 1, farthest: 1 });
    // (1 + 1)/2 between 0 and 2, and for 10 the same over 8.
    expect(daviesBouldin([at(0), at(2), at(10)])).toBeCloseTo((1 + 1 + 2 / 8) / 3, 12);
  });

  it('have no value for one cluster, no variation, or centres that coincide', () => {
    const one = { n: 3, centre: [1], within: 2, meanDistance: 1, farthest: 1 };
    expect([calinskiHarabasz([one]), daviesBouldin([one])]).toEqual([null, null]);
    expect(calinskiHarabasz([{ ...one, within: 0 }, { ...one, centre: [2], within: 0 }])).toBeNull(); // prettier-ignore
    expect(daviesBouldin([one, one])).toBeNull();
  });
});

/** Points about some centres, uniform in a square of side 1. */
function cloud(centres: readonly (readonly [number, number])[], n: number): number[][] {
  const next = uniformStream(5, 5);
  return Array.from({ length: n }, (_, i) => centres[i % centres.length]!.map((value) => value + next()));
}

describe('measureStability(sample, centres, options)', () => {
  const options = { seed: 1, resamples: 9 };

  it('is 1 for groups well apart, and the same every time', () => {
    const centres = [[0, 0], [9, 0], [0, 9]] as const; // prettier-ignore
    const found = measureStability(cloud(centres, 300), centres, options);
    expect(found).toEqual({ rand: 1, jaccard: [1, 1, 1] });
  });

  it('tells the cluster that is not there from those that are', () => {
    // A small group, and a large square that can be cut in two in many ways.
    const sample = cloud([[0, 0], [9, 0]], 400).map(([x, y]) => (x! < 5 ? [x!, y!] : [x! * 3, y! * 3])); // prettier-ignore
    const { jaccard } = measureStability(sample, [[0.5, 0.5], [28, 1], [29, 2]], options); // prettier-ignore
    expect(jaccard[0]).toBe(1);
    expect(Math.min(jaccard[1]!, jaccard[2]!)).toBeLessThan(0.75);
    expect(measureStability(sample, [[0.5, 0.5], [28, 1], [29, 2]], options).jaccard).toEqual(jaccard); // prettier-ignore
  });
});

describe('measureStability(sample, centres, options), over the resamples', () => {
  it('is the median of their adjusted Rand indices', () => {
    const sample = cloud([[0, 0], [0.6, 0]], 60); // prettier-ignore
    const of = (resamples: number) => measureStability(sample, [[0.5, 0.5], [1.1, 0.5]], { seed: 6, resamples }); // prettier-ignore
    const [one, two, three] = [of(1).rand, of(2).rand, of(3).rand];
    // The median of the first two is their mean; that of the three is here the second, the third being smaller.
    const second = 2 * two - one;
    expect(one - second).toBeGreaterThan(0.01);
    expect(three).toBeCloseTo(second, 12);
  });
});

describe('measureStability(sample, centres, options), of the rows that were drawn', () => {
  it('does not hold against a cluster that none of its rows was drawn', () => {
    const sample = [...cloud([[0, 0]], 60), [90, 90]]; // prettier-ignore
    const { jaccard } = measureStability(sample, [[0.5, 0.5], [90, 90]], { seed: 1, resamples: 9 }); // prettier-ignore
    expect(jaccard[1]).toBe(1);
  });

  it('counts a row once however often it was drawn', () => {
    // 45 is nearer to the second centre, and in every resample with 0 lies with that: {0} of {0, 45}, or {0} of {0}.
    const sample = [0, 45, 100, 100, 100, 100, 100, 100, 100, 100].map((value) => [value]);
    const seeds = Array.from({ length: 20 }, (_, seed) => seed);
    const found = seeds.map((seed) => measureStability(sample, [[0], [80]], { seed, resamples: 1 }).jaccard[0]!);
    expect(new Set(found)).toEqual(new Set([0, 0.5, 1]));
  });
});

describe('measureGaps(sample, ks, options)', () => {
  it('has its rule choose the groups that are there', () => {
    const gaps = measureGaps(cloud([[0, 0], [3, 0], [0, 3], [3, 3]], 400), [2, 3, 4, 5, 6], { seed: 1, references: 10 }); // prettier-ignore
    expect(gaps.find((one, i) => one!.gap >= gaps[i + 1]!.gap - gaps[i + 1]!.error)!.k).toBe(4);
  });

  it('is near 0 where there are none, and has no value where nothing varies within', () => {
    const [none] = measureGaps(cloud([[0, 0]], 800), [3], { seed: 1, references: 10 });
    expect(Math.abs(none!.gap)).toBeLessThan(0.05);
    expect(none!.error).toBeGreaterThan(0);
    expect(measureGaps([[0], [0.1], [0], [0.1], [0.3]], [3], { seed: 1, references: 3 })).toEqual([null]);
  });

  it('has the standard error sd·√(1 + 1/B), the sd with divisor B', () => {
    const of = (references: number) => measureGaps(cloud([[0, 0]], 60), [2], { seed: 1, references })[0]!; // prettier-ignore
    const [one, two] = [of(1), of(2)];
    expect(one.error).toBe(0);
    // The gap of two is the mean of that of the first and of another: they lie this far from it on either side.
    expect(Math.abs(two.gap - one.gap)).toBeGreaterThan(0.001);
    expect(two.error).toBeCloseTo(Math.abs(two.gap - one.gap) * Math.sqrt(1 + 1 / 2), 12);
  });
});
