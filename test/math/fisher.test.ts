import { describe, expect, it } from 'vitest';
import { fisherAbove, fisherBelow } from '../../src/math/fisher.ts';

/** C(n, k), exactly. */
function choose(n: number, k: number): bigint {
  let product = 1n;
  for (let i = 1n; i <= BigInt(k); i++) product = (product * (BigInt(n) - BigInt(k) + i)) / i;
  return product;
}

/** P(X ≥ both) by whole numbers, cut at 10⁻⁴⁰⁰. */
function exactAbove(n: number, left: number, right: number, both: number): number {
  let ways = 0n;
  for (let k = both; k <= Math.min(left, right); k++) ways += choose(right, k) * choose(n - right, left - k);
  const scale = 10n ** 40n;
  return Number((ways * scale) / choose(n, left)) / 1e40;
}

describe("Fisher's exact test, one-sided", () => {
  it('has the p of the lady tasting tea: 1/70 for eight of eight, 17/70 for six (Fisher 1935)', () => {
    expect(fisherAbove(8, 4, 4, 4)).toBeCloseTo(1 / 70, 12);
    expect(fisherAbove(8, 4, 4, 3)).toBeCloseTo(17 / 70, 12);
    expect(fisherBelow(8, 4, 4, 0)).toBeCloseTo(1 / 70, 12);
  });

  it.each([
    [200, 30, 40, 12],
    [200, 30, 40, 6],
    [200, 30, 40, 2],
    [9835, 21, 792, 19],
    [9835, 300, 400, 20],
    [500, 480, 470, 451],
  ])('is the sum of the exact terms: %i cases, %i and %i, %i of both', (n, left, right, both) => {
    const exact = exactAbove(n, left, right, both);
    expect(Math.abs(fisherAbove(n, left, right, both) / exact - 1)).toBeLessThan(1e-9);
    expect(fisherBelow(n, left, right, both - 1)).toBeCloseTo(1 - exact, 10);
  });

  it('knows what cannot be, and what must be', () => {
    expect(fisherAbove(10, 3, 4, 0)).toBe(1);
    expect(fisherAbove(10, 3, 4, 4)).toBe(0);
    expect(fisherAbove(10, 8, 9, 7)).toBe(1);
    expect(fisherBelow(10, 8, 9, 6)).toBe(0);
    expect(fisherBelow(10, 3, 4, 3)).toBe(1);
    expect(fisherAbove(0, 0, 0, 0)).toBe(1);
  });
});
