import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixed, fixedToNumber, ratio, roundedRatio, sum } from '../../src/math/exact.ts';

describe('fixed(numerator, denominator)', () => {
  it('keeps differences that doubles lose', () => {
    const large = 10n ** 40n;
    expect(fixedToNumber(fixed(large + 1n, 3n) - fixed(large, 3n))).toBeCloseTo(1 / 3, 15);
    expect(Number(large + 1n) / 3 - Number(large) / 3).toBe(0);
  });
});

describe('ratio(numerator, denominator)', () => {
  it('is the quotient of doubles where those are exact', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 1, max: 2 ** 31 }), (a, b) => {
        expect(Math.abs(ratio(BigInt(a), BigInt(b)) - a / b)).toBeLessThanOrEqual(Math.abs(a / b) * 2 ** -52);
      }),
    );
  });
});

describe('roundedRatio(numerator, denominator)', () => {
  it('rounds halves away from zero', () => {
    const cases: [bigint, bigint, bigint][] = [
      [7n, 2n, 4n],
      [-7n, 2n, -4n],
      [10n, 3n, 3n],
      [11n, 3n, 4n],
      [-10n, 3n, -3n],
      [0n, 5n, 0n],
    ];
    for (const [a, b, expected] of cases) expect(roundedRatio(a, b)).toBe(expected);
  });
});

describe('sum(values)', () => {
  it('adds whole numbers, none too', () => {
    expect(sum([2n ** 70n, 1n, -(2n ** 70n)])).toBe(1n);
    expect(sum([])).toBe(0n);
  });
});
