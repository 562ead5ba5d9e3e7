import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adjustedRand, crossTable, recoveredClusters } from '../../src/math/partitions.ts';

/** The worked example of Yeung & Ruzzo (2001), "Details of the adjusted Rand index": classes in rows. */
const published = [
  [1, 1, 0],
  [1, 2, 1],
  [0, 0, 4],
];

describe('adjustedRand(table)', () => {
  it('is 0.313 for the published example', () => {
    expect(adjustedRand(published)).toBeCloseTo(0.313, 3);
    expect(adjustedRand(published)).toBeCloseTo((7 - (13 * 14) / 45) / (13.5 - (13 * 14) / 45), 14);
  });

  it('is 1 for the same partition under other numbers, and symmetric', () => {
    const labels = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { minLength: 2, maxLength: 40 });
    fc.assert(
      fc.property(labels, (rows) => {
        const [left, right] = [rows.map(([a]) => a), rows.map(([, b]) => b)];
        expect(
          adjustedRand(
            crossTable(
              left,
              left.map((a) => 3 - a),
              4,
              4,
            ),
          ),
        ).toBe(1);
        const there = adjustedRand(crossTable(left, right, 4, 4));
        expect(adjustedRand(crossTable(right, left, 4, 4))).toBeCloseTo(there, 12);
        expect(there).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('is 1 where no partition could differ, and 0 for one cluster against several', () => {
    expect(adjustedRand([[5]])).toBe(1);
    expect(adjustedRand([[1, 0], [0, 1]])).toBe(1); // prettier-ignore
    expect(adjustedRand([[1]])).toBe(1);
    expect(adjustedRand([[3, 3]])).toBe(0);
  });
});

describe('recoveredClusters(table)', () => {
  it('is the best Jaccard similarity of each cluster', () => {
    expect(recoveredClusters(published)).toEqual([1 / 3, 2 / 5, 4 / 5]);
    expect(recoveredClusters([[2, 0], [0, 0]])).toEqual([1, null]); // prettier-ignore
  });
});
