import { quantile as simpleQuantile } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { evenProbabilities, interpolate, quantilePosition } from '../../src/math/quantile.ts';

const quantile = (sorted: readonly number[], p: number): number => {
  const { below, above, part } = quantilePosition(sorted.length, p);
  return interpolate(sorted[below]!, sorted[above]!, part);
};

describe('quantilePosition(n, p) and interpolate(low, high, part)', () => {
  it('give type 7 of Hyndman & Fan: 1, 2, 3, 4 has quartiles 1.75, 2.5, 3.25', () => {
    expect([0, 0.25, 0.5, 0.75, 1].map((p) => quantile([1, 2, 3, 4], p))).toEqual([1, 1.75, 2.5, 3.25, 4]);
    expect(quantile([5], 0.3)).toBe(5);
  });

  it('give the very double of numpy, also where that is not the nearest one', () => {
    // The fourth edge of the Superstore frequencies by pandas: (793 − 1)·0.8 is a little above 633.6 in doubles
    expect(interpolate(8, 9, quantilePosition(793, 0.8).part)).toBe(8.600000000000023);
  });

  it('go from the nearer end, as numpy does', () => {
    // numpy.percentile of these values; each differs in the last bit from low + (high − low)·part.
    expect(quantile([0.1, 0.1, 0.5, 0.5], 0.5)).toBe(0.3);
    expect(quantile([0.1, 0.5, 0.5, 0.5], 0.2)).toBe(0.34);
    expect(quantile([0.1, 0.1, 0.1, 0.3], 0.9)).toBe(0.24000000000000005);
  });

  it('agree with simple-statistics at the positions both define alike: the ends and odd medians', () => {
    const values = [3, 1, 4, 1, 5].sort((a, b) => a - b);
    for (const p of [0, 0.5, 1]) expect(quantile(values, p)).toBe(simpleQuantile(values, p));
  });
});

describe('evenProbabilities(bins)', () => {
  it('ends at 1 and steps as numpy.linspace does', () => {
    expect(evenProbabilities(5)).toEqual([0, 0.2, 0.4, 0.6000000000000001, 0.8, 1]);
    expect(evenProbabilities(2)).toEqual([0, 0.5, 1]);
  });
});
