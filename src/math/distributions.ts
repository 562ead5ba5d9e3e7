import { chdtrc, compiled, igamc, incbet, incbi, ndtri } from 'cephes';

await compiled;

/** `cephes` throws where a tail, or what is left of 1 beside it, is below the smallest double. */
function orLimit(tail: () => number, limit: number): number {
  try {
    return tail();
  } catch (error) {
    if (error instanceof Error && error.message.includes('underflow')) return limit;
    throw error;
  }
}

/**
 * P(F > f) of the F distribution with `df1` and `df2` degrees of freedom, which need not be whole (Rao's approximation
 * has broken ones): I(df2/2, df1/2; df2 / (df2 + df1·f)) (Abramowitz & Stegun 1964, 26.6.2). It is the tail itself, not
 * 1 − P, and so keeps its digits down to 1e-300. `cephes.fdtrc` is not used: it cuts the degrees of freedom to whole
 * numbers.
 */
export function fTail(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  return f === Infinity ? 0 : orLimit(() => incbet(df2 / 2, df1 / 2, df2 / (df2 + df1 * f)), 0);
}

/** P(χ² > x) of the χ² distribution with `df` degrees of freedom (Abramowitz & Stegun 1964, 26.4.2). */
export function chiSquareTail(x: number, df: number): number {
  if (x <= 0) return 1;
  if (x === Infinity) return 0;
  // Near 0 it is the other tail that is below the smallest double.
  return orLimit(() => chdtrc(df, x), x < df ? 1 : 0);
}

/** P(X < x) of the beta distribution: I(x; a, b) (Abramowitz & Stegun 1964, 26.5.1). */
export function betaBelow(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  return x >= 1 ? 1 : orLimit(() => incbet(a, b, x), x < a / (a + b) ? 0 : 1);
}

/** P(X > x) of the gamma distribution with a shape and a rate: Q(shape, rate·x) (Abramowitz & Stegun 1964, 26.4.19). */
export function gammaAbove(x: number, shape: number, rate: number): number {
  if (x <= 0) return 1;
  return orLimit(() => igamc(shape, rate * x), rate * x < shape ? 1 : 0);
}

/** P(|Z| > z) of the standard normal distribution: the square of Z is χ² with one degree of freedom. */
export const normalBeyond = (z: number): number => chiSquareTail(z * z, 1);

/** P(Z < z) of the standard normal distribution. */
export const normalBelow = (z: number): number => (z < 0 ? normalBeyond(z) / 2 : 1 - normalBeyond(z) / 2);

/** The z that is not exceeded with a probability between 0 and 1. */
export const normalQuantile = (probability: number): number => ndtri(probability);

/** P(|T| > t) of Student's distribution; the degrees of freedom need not be whole: the square of T is F with 1 and `df`. */
export const studentBeyond = (t: number, df: number): number => fTail(t * t, 1, df);

/** The t with P(|T| > t) = `probability`: t² = df·(1/x − 1), where I(x; df/2, 1/2) is the probability (Abramowitz & Stegun 1964, 26.7.1). */
export function studentBeyondQuantile(probability: number, df: number): number {
  const x = incbi(df / 2, 0.5, probability);
  return Math.sqrt(df * (1 / x - 1));
}
