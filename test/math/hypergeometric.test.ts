import { describe, expect, it } from 'vitest';
import { hypergeometricOne } from '../../src/math/hypergeometric.ts';

/** Σ (b)ₙ/(c)ₙ zⁿ, to the end. */
function series(b: number, c: number, z: number): number {
  let [sum, term] = [0, 1];
  for (let n = 0; term > 1e-18 * sum; n++) {
    sum += term;
    term *= ((b + n) / (c + n)) * z;
  }
  return sum;
}

describe('₂F₁(1, b; c; z)', () => {
  it('is −ln(1 − z)/z for b = 1, c = 2, and (1 − z)⁻¹ for b = c', () => {
    for (const z of [1e-9, 0.3, 0.99, 0.999999]) {
      expect(hypergeometricOne(1, 2, z) / (-Math.log1p(-z) / z)).toBeCloseTo(1, 11);
      expect(hypergeometricOne(3.7, 3.7, z) * (1 - z)).toBeCloseTo(1, 9);
    }
    expect(hypergeometricOne(2, 5, 0)).toBe(1);
  });

  it.each([
    [0.4, 1.2],
    [2.4, 3.2],
    [500, 500.8],
    [3, 9000],
  ])('is its series for b = %d, c = %d', (b, c) => {
    for (const z of [0.1, 0.9, 0.995]) expect(hypergeometricOne(b, c, z) / series(b, c, z)).toBeCloseTo(1, 10);
  });
});
