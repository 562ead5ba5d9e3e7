import { describe, expect, it } from 'vitest';
import { digamma, gammaMean, logGamma, logRising } from '../../src/math/gamma.ts';

describe('gamma functions', () => {
  it('have the values of tables', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14);
    expect(logGamma(101)).toBeCloseTo(363.73937555556349, 10);
    expect(digamma(1)).toBeCloseTo(-0.57721566490153286, 14);
    expect(digamma(0.5)).toBeCloseTo(-1.9635100260214235, 14);
  });

  it('rise by n factors, few of them multiplied, many by differences, alike at the border', () => {
    for (const x of [0.01, 0.7, 3, 250]) {
      const factors = (n: number) => Array.from({ length: n }, (_, i) => x + i);
      for (const n of [0, 1, 32, 33, 500]) {
        const { value, slope } = logRising(x, n);
        expect(value).toBeCloseTo(
          factors(n).reduce((sum, factor) => sum + Math.log(factor), 0),
          9,
        );
        expect(slope).toBeCloseTo(
          factors(n).reduce((sum, factor) => sum + 1 / factor, 0),
          9,
        );
      }
    }
    // A difference of two logarithms would have lost all digits.
    expect(logRising(1e14, 1).value).toBe(Math.log(1e14));
  });

  it.each([0.9, 1.5, 7, 400])('a mean over a gamma variable of shape %d has its moments and its transform', (shape) => {
    const rate = 3;
    expect(gammaMean(shape, rate, () => 2)).toBeCloseTo(2, 12);
    expect(gammaMean(shape, rate, (value) => value) / (shape / rate)).toBeCloseTo(1, 11);
    expect(gammaMean(shape, rate, (value) => Math.exp(-0.01 * value)) / (1 + 0.01 / rate) ** -shape).toBeCloseTo(1, 11);
  });
});
