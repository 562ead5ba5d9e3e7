import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differenceInterval, differenceP, scoreInterval } from '../../src/math/rates.ts';

const rate = (successes: number, n: number) => ({ successes, n });
const rounded = (interval: readonly number[], digits: number) => interval.map((end) => Number(end.toFixed(digits)));

describe('scoreInterval(rate)', () => {
  it('has the ends of Newcombe 1998a, table I, method 3', () => {
    expect(rounded(scoreInterval(rate(81, 263)), 4)).toEqual([0.2553, 0.3662]);
    expect(rounded(scoreInterval(rate(15, 148)), 4)).toEqual([0.0624, 0.1605]);
    expect(rounded(scoreInterval(rate(0, 20)), 4)).toEqual([0, 0.1611]);
    expect(rounded(scoreInterval(rate(1, 29)), 4)).toEqual([0.0061, 0.1718]);
  });
});

describe('differenceInterval(treated, control)', () => {
  it('has the ends of Newcombe 1998b, table II, method 10', () => {
    expect(rounded(differenceInterval(rate(56, 70), rate(48, 80)), 4)).toEqual([0.0524, 0.3339]);
    expect(rounded(differenceInterval(rate(9, 10), rate(3, 10)), 4)).toEqual([0.1705, 0.809]);
    expect(rounded(differenceInterval(rate(5, 56), rate(0, 29)), 4)).toEqual([-0.0381, 0.1926]);
    expect(rounded(differenceInterval(rate(0, 10), rate(0, 20)), 4)).toEqual([-0.1611, 0.2775]);
    expect(rounded(differenceInterval(rate(10, 10), rate(0, 20)), 4)).toEqual([0.6791, 1]);
  });

  it('has a width where nobody did it, and turns with its groups', () => {
    fc.assert(
      fc.property(
        fc.nat(50),
        fc.nat(50),
        fc.integer({ min: 50, max: 90 }),
        fc.integer({ min: 50, max: 90 }),
        (a, b, m, n) => {
          const [low, high] = differenceInterval(rate(a, m), rate(b, n));
          const [turnedLow, turnedHigh] = differenceInterval(rate(b, n), rate(a, m));
          expect(high - low).toBeGreaterThan(0.02);
          expect([turnedLow, turnedHigh]).toEqual([expect.closeTo(-high, 12), expect.closeTo(-low, 12)]);
        },
      ),
    );
  });
});

describe('differenceP(treated, control)', () => {
  // By bisection of Newcombe's limits with the normal distribution of Python's statistics, 200 halvings.
  it.each([
    [540, 9000, 45, 1000, 0.05593106497066236],
    [8279, 45489, 8502, 44700, 0.0015546517356799239],
    [0, 50, 10, 450, 0.2963609828542537],
    [9, 10, 3, 10, 0.0049634014175102825],
  ])('%i of %i against %i of %i', (a, m, b, n, p) => {
    expect(differenceP(rate(a, m), rate(b, n))).toBeCloseTo(p, 10);
  });

  it('is below 0.05 exactly where the interval of 95 % leaves out 0', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (a, b) => {
        const [low, high] = differenceInterval(rate(a, 60), rate(b, 60));
        expect(differenceP(rate(a, 60), rate(b, 60)) < 0.05).toBe(low > 0 || high < 0);
      }),
    );
    expect(differenceP(rate(3, 10), rate(6, 20))).toBe(1);
  });
});
