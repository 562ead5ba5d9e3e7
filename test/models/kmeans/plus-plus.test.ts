import { kmeans } from 'ml-kmeans';
import { describe, expect, it } from 'vitest';
import { uniformStream } from '../../../src/math/random.ts';
import { hartigan, toPoints } from '../../../src/models/kmeans/hartigan.ts';
import { plusPlus } from '../../../src/models/kmeans/plus-plus.ts';

const next = uniformStream(3, 3);
const rows = Array.from({ length: 600 }, (_, i) => [(i % 6) * 4 + next(), ((i * 7) % 5) * 3 + next(), next()]);

describe('plusPlus(points, k, next)', () => {
  it('draws different points of the data, the same for the same stream', () => {
    const centres = plusPlus(toPoints(rows), 8, uniformStream(1, 0));
    expect(new Set(centres.map(String)).size).toBe(8);
    for (const centre of centres) expect(rows).toContainEqual(centre);
    expect(plusPlus(toPoints(rows), 8, uniformStream(1, 0))).toEqual(centres);
    expect(plusPlus(toPoints(rows), 8, uniformStream(1, 1))).not.toEqual(centres);
  });

  it('never draws a point that a centre stands on', () => {
    const same = toPoints(Array.from({ length: 100 }, (_, i) => [i < 98 ? 0 : i]));
    for (let seed = 0; seed < 20; seed++) {
      const found = plusPlus(same, 3, uniformStream(seed, 0)).flat();
      expect(found.sort((a, b) => a - b)).toEqual([0, 98, 99]);
    }
  });

  it('starts as well as ml-kmeans: mean sum of squares before any step', () => {
    const points = toPoints(rows);
    const mean = (start: (seed: number) => number[][]): number =>
      Array.from({ length: 60 }, (_, seed) => hartigan(points, start(seed), 0).within).reduce((a, b) => a + b) / 60;
    const ours = mean((seed) => plusPlus(points, 10, uniformStream(seed, 0)));
    const theirs = mean((seed) => kmeans(rows, 10, { seed, initialization: 'kmeans++', maxIterations: 1 }).centroids);
    expect(ours / theirs).toBeLessThan(1.1);
  });
});
