import { chiSquareTail, fTail } from '../../math/distributions.ts';
import type { ChiSquareTest, FTest } from './fitted.ts';

/**
 * Rao's F approximation of Wilks' λ for p predictors and g classes (Rao 1973, 8c.5; exact for p ≤ 2 or g ≤ 3): with q =
 * g − 1, t = √((p²q² − 4)/(p² + q² − 5)), or 1 where that is not above 0, df1 = pq, df2 = t(n − 1 − (p + q + 1)/2) −
 * (pq − 2)/2, F = (1 − λ^{1/t})/λ^{1/t} · df2/df1. Without predictors λ = 1 and F = 0.
 */
export function raoF(wilks: number, n: number, p: number, g: number): FTest {
  if (p === 0) return { wilks, f: 0, df1: 0, df2: n - g, p: 1 };
  const q = g - 1;
  const spread = p * p + q * q - 5;
  const t = spread > 0 ? Math.sqrt((p * p * q * q - 4) / spread) : 1;
  const df1 = p * q;
  const df2 = t * (n - 1 - (p + q + 1) / 2) - (p * q - 2) / 2;
  const root = wilks ** (1 / t);
  const f = ((1 - root) / root) * (df2 / df1);
  return { wilks, f, df1, df2, p: fTail(f, df1, df2) };
}

/** Wilks' λ of one predictor, W/T, with its exact F test. */
export function univariateF(within: number, total: number, n: number, g: number): FTest {
  const wilks = within / total;
  const [df1, df2] = [g - 1, n - g];
  const f = (total - within) / df1 / (within / df2);
  return { wilks, f, df1, df2, p: fTail(f, df1, df2) };
}

/**
 * Bartlett's χ² of the λ that is left after `before` functions: −(n − 1 − (p + g)/2) ln λ, df = (p − before)(g − 1 −
 * before) (Bartlett 1947).
 */
export function bartlett(wilks: number, n: number, p: number, g: number, before: number): ChiSquareTest {
  const chiSquare = -(n - 1 - (p + g) / 2) * Math.log(wilks);
  const df = (p - before) * (g - 1 - before);
  return { chiSquare, df, p: chiSquareTail(chiSquare, df) };
}
