import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestPairs } from '../../src/segments/assignment.ts';

/** The largest sum of weights, by trying everything. */
function best(weights: readonly (readonly number[])[], row = 0, taken = new Set<number>()): number {
  if (row === weights.length) return 0;
  const spare = weights.length - row > weights[row]!.length - taken.size;
  const options = weights[row]!.flatMap((weight, column) =>
    taken.has(column) ? [] : [weight + best(weights, row + 1, new Set([...taken, column]))],
  );
  return Math.max(...options, ...(spare || options.length === 0 ? [best(weights, row + 1, taken)] : []));
}

describe('bestPairs(weights)', () => {
  it('pairs what together weighs most, not each row with its own favourite', () => {
    expect(
      bestPairs([
        [9, 8],
        [8, 1],
      ]),
    ).toEqual([1, 0]);
    expect(bestPairs([])).toEqual([]);
    expect(bestPairs([[1], [3], [2]])).toEqual([null, 0, null]);
    expect(bestPairs([[1, 5, 2]])).toEqual([1]);
  });

  it('finds the largest sum that trying everything finds', () => {
    const matrix = fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(matrix, (weights) => {
        const pairs = bestPairs(weights);
        const columns = pairs.filter((column) => column !== null);
        expect(new Set(columns).size).toBe(columns.length);
        expect(columns.length).toBe(Math.min(weights.length, weights[0]!.length));
        const total = pairs.reduce<number>(
          (sum, column, row) => sum + (column === null ? 0 : weights[row]![column]!),
          0,
        );
        expect(total).toBe(best(weights));
      }),
    );
  });
});
