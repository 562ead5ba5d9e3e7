import { describe, expect, it } from 'vitest';
import { cohensD, type GroupSums } from '../../src/math/effect-size.ts';

const sums = (values: readonly number[]): GroupSums => ({
  n: BigInt(values.length),
  sum: values.reduce((total, value) => total + BigInt(value), 0n),
  squares: values.reduce((total, value) => total + BigInt(value) ** 2n, 0n),
});
const effect = (group: readonly number[], others: readonly number[]): number | null =>
  cohensD(sums(group), sums([...group, ...others]));

describe('cohensD(group, all)', () => {
  it("is that of R's effsize on the sleep data: -0.8321811", () => {
    const drug1 = [7, -16, -2, -12, -1, 34, 37, 8, 0, 20];
    const drug2 = [19, 8, 11, 1, -1, 44, 55, 16, 46, 34];
    expect(effect(drug1, drug2)).toBeCloseTo(-0.8321811, 7);
    expect(effect(drug2, drug1)).toBeCloseTo(0.8321811, 7);
  });

  it('is that worked by hand: means 4 and 1, scatter 2 + 2 over 6 − 2', () => {
    expect(effect([3, 4, 5], [0, 1, 2])).toBe(3);
  });

  it('does not depend on the unit, however large the numbers', () => {
    const large = [2 ** 30, 2 ** 30 + 1, 2 ** 30 + 2].map((value) => value * 4096);
    expect(effect([3, 4, 5], [0, 1, 2])).toBe(effect([300, 400, 500], [0, 100, 200]));
    expect(
      effect(
        large,
        large.map((value) => value - 3 * 4096),
      ),
    ).toBe(3);
  });

  it('is defined where nothing varies, and null where there is nobody to compare', () => {
    expect(effect([1, 1], [1])).toBe(0);
    expect(effect([1], [0])).toBe(100);
    expect(effect([0, 0], [1, 1, 1])).toBe(-100);
    expect(effect([5], [1, 2, 3])).toBe(3);
    expect(effect([], [1, 2])).toBeNull();
    expect(effect([1, 2], [])).toBeNull();
  });
});
