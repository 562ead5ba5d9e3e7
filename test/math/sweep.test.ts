import { describe, expect, it } from 'vitest';
import { inversePositive, tabulate } from '../../src/math/linear-algebra.ts';
import { sweep } from '../../src/math/sweep.ts';

const rows = tabulate(5, 5, (i, j) => 1 / (i + j + 1) + (i === j ? 0.5 : 0));

const near = (actual: readonly (readonly number[])[], expected: readonly (readonly number[])[]): void => {
  actual.forEach((row, i) => {
    row.forEach((value, j) => {
      expect(value).toBeCloseTo(expected[i]![j]!, 12);
    });
  });
};

describe('sweep(rows, k)', () => {
  it('makes of all rows the inverse, with the other sign, in any order', () => {
    const swept = [3, 0, 4, 1, 2].reduce<number[][]>(sweep, rows);
    const inverse = inversePositive(rows);
    near(
      swept,
      inverse.map((row) => row.map((value) => -value)),
    );
  });

  it('leaves the variance that is not explained, and the coefficients', () => {
    const [a, b, c] = [4, 2, 3];
    near(
      sweep(
        [
          [a, b],
          [b, c],
        ],
        0,
      ),
      [
        [-1 / a, b / a],
        [b / a, c - (b * b) / a],
      ],
    );
  });

  it('takes itself back, and stays symmetric', () => {
    const once = sweep(rows, 2);
    near(sweep(once, 2), rows);
    expect(once).toEqual(tabulate(5, 5, (i, j) => once[j]![i]!));
  });
});
