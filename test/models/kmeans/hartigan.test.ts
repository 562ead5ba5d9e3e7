import { describe, expect, it } from 'vitest';
import { hartigan, toPoints } from '../../../src/models/kmeans/hartigan.ts';
import { startingCentres } from '../../../src/models/kmeans/seeds.ts';

describe('hartigan(points, start)', () => {
  it('leaves a fixed point of Lloyd’s algorithm that is not the best', () => {
    // 0 | 2, 3.9: the point 2 is as near to 0 as Lloyd asks (centres 1 and 3.9), but {0}, {2, 3.9} is better.
    const { centres, within } = hartigan(toPoints([[0], [2], [3.9]]), [[1], [3.9]]);
    expect(within).toBeCloseTo(2 * 0.95 ** 2, 12);
    expect(centres.map(([x]) => x!)).toEqual([0, expect.closeTo(2.95, 12)]);
  });

  it('fills clusters that nobody was near to', () => {
    const { centres, within } = hartigan(toPoints([[0], [1], [10], [11]]), [[5], [100], [200]]);
    expect(within).toBeCloseTo(0.5, 12);
    expect(centres).toHaveLength(3);
  });
});

describe('startingCentres(sample, k, options)', () => {
  const rows = Array.from({ length: 400 }, (_, i) => [(i % 4) * 10 + ((i * 37) % 100) / 100, ((i * 61) % 100) / 100]);

  it('finds well separated groups, and the same ones again', () => {
    const once = startingCentres(rows, 4, { seed: 1, restarts: 5 });
    expect(once.map(([x]) => Math.round(x! / 10)).sort()).toEqual([0, 1, 2, 3]);
    expect(startingCentres(rows, 4, { seed: 1, restarts: 5 })).toEqual(once);
  });

  it('returns the different rows where there are at most k', () => {
    const few = [
      [1, 1],
      [2, 2],
      [1, 1],
    ];
    expect(startingCentres(few, 3, { seed: 1, restarts: 5 })).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(startingCentres([], 3, { seed: 1, restarts: 5 })).toEqual([]);
  });

  it('copes with a sample that is mostly one row', () => {
    const same = Array.from({ length: 3000 }, (_, i) => (i % 1000 === 999 ? [i, -i] : [0, 0]));
    const centres = startingCentres(same, 3, { seed: 3, restarts: 5 });
    expect(centres).toHaveLength(3);
    expect(centres.flat().every(Number.isFinite)).toBe(true);
  });
});
