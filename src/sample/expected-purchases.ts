import type { Population } from './population.ts';

/** Gauss's hypergeometric series for 0 ≤ z < 1, summed to the last bit that counts. */
function hypergeometric(a: number, b: number, c: number, z: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 1e6 && Math.abs(term) > 1e-15 * Math.abs(sum); k += 1) {
    term *= ((a + k) * (b + k) * z) / ((c + k) * (k + 1));
    sum += term;
  }
  return sum;
}

/**
 * Expected repeat purchases of a random customer in `t` units of time: Fader, Hardie & Lee (2005), Marketing Science 24,
 * eq. (9): (a+b−1)/(a−1) · [1 − (α/(α+t))ʳ ₂F₁(r, b; a+b−1; t/(α+t))]; the series after Euler's transformation, which
 * converges fast where t ≫ α. Not defined at a = 1.
 */
export function expectedPurchases({ r, alpha, a, b }: Population['purchases'], t: number): number {
  const z = t / (alpha + t);
  const series = (1 - z) ** (a - 1) * hypergeometric(a + b - 1 - r, a - 1, a + b - 1, z);
  return ((a + b - 1) / (a - 1)) * (1 - series);
}
