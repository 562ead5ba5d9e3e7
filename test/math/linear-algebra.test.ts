import { describe, expect, it } from 'vitest';
import {
  correlations,
  dot,
  generalizedEigen,
  independentColumns,
  inversePositive,
  logDeterminant,
  submatrix,
  tabulate,
  times,
  whitening,
} from '../../src/math/linear-algebra.ts';

describe('generalizedEigen(b, a)', () => {
  const a = [
    [2, 1],
    [1, 3],
  ];
  const b = [
    [4, 1],
    [1, 1],
  ];

  it('solves B v = λ A v, largest λ first, with v′ A v = 1', () => {
    const pairs = generalizedEigen(b, a);
    expect(pairs[0]!.value).toBeGreaterThan(pairs[1]!.value);
    for (const { value, vector } of pairs) {
      times(b, vector).forEach((left, i) => {
        expect(left).toBeCloseTo(value * times(a, vector)[i]!, 13);
      });
      expect(dot(vector, times(a, vector))).toBeCloseTo(1, 13);
    }
  });
});

describe('inversePositive(rows)', () => {
  it('is the inverse, and symmetric', () => {
    const rows = tabulate(6, 6, (i, j) => 1 / (i + j + 1) + (i === j ? 0.5 : 0));
    const inverse = inversePositive(rows);
    rows.forEach((row, i) => {
      times(inverse, row).forEach((value, j) => {
        expect(value).toBeCloseTo(i === j ? 1 : 0, 12);
      });
      inverse[i]!.forEach((value, j) => {
        expect(value).toBe(inverse[j]![i]);
      });
    });
  });
});

describe('independentColumns(correlation, tolerance)', () => {
  it('leaves out what the columns before explain, in the order given', () => {
    // x3 = (x1 + x2)/√2 of uncorrelated x1, x2
    const r = Math.SQRT1_2;
    const correlation = [
      [1, 0, r],
      [0, 1, r],
      [r, r, 1],
    ];
    expect(independentColumns(correlation, 0.001).kept).toEqual([0, 1]);
    expect(independentColumns(submatrix(correlation, [2, 1, 0]), 0.001).kept).toEqual([0, 1]);
    expect(independentColumns(correlation, 0.001).tolerances[2]).toBeLessThan(1e-12);
  });

  it('keeps a column just above the tolerance and drops one just below', () => {
    const correlation = (rho: number): number[][] => [
      [1, rho],
      [rho, 1],
    ];
    expect(independentColumns(correlation(Math.sqrt(0.95)), 0.0499).kept).toEqual([0, 1]);
    expect(independentColumns(correlation(Math.sqrt(0.95)), 0.0501).kept).toEqual([0]);
    expect(independentColumns(correlation(1), 0).kept).toEqual([0]);
  });
});

describe('logDeterminant(rows)', () => {
  it('is that of the determinant, also where it is below the smallest double', () => {
    expect(
      logDeterminant([
        [4, 2],
        [2, 3],
      ]),
    ).toBeCloseTo(Math.log(8), 14);
    expect(logDeterminant(tabulate(50, 50, (i, j) => (i === j ? 1e-10 : 0)))).toBeCloseTo(50 * Math.log(1e-10), 8);
  });
});

describe('correlations(covariance)', () => {
  it('has 1 on the diagonal', () => {
    expect(
      correlations([
        [4, 3],
        [3, 9],
      ]),
    ).toEqual([
      [1, 0.5],
      [0.5, 1],
    ]);
  });
});

describe('whitening(rows)', () => {
  const a = [
    [4, 2, 0.6],
    [2, 5, 1],
    [0.6, 1, 3],
  ];

  it('is lower triangular and makes the matrix the unit matrix, and gives its determinant', () => {
    const { factor, logDeterminant: logarithm } = whitening(a);
    factor.forEach((row, i) => {
      expect(row.slice(i + 1).every((value) => value === 0)).toBe(true);
      factor.forEach((other, j) => {
        expect(dot(row, times(a, other))).toBeCloseTo(i === j ? 1 : 0, 14);
      });
    });
    expect(Math.exp(logarithm)).toBeCloseTo(4 * (15 - 1) - 2 * (6 - 0.6) + 0.6 * (2 - 3), 12);
  });
});
