import { logGamma } from './gamma.ts';

const logChoose = (n: number, k: number): number => logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/** Terms below this share of their sum do not count. */
const least = 1e-17;

/** P(X = k) of the hypergeometric distribution: k of `left` draws are among the `right` marked ones of n. */
const massAt = (n: number, left: number, right: number, k: number): number =>
  Math.exp(logChoose(right, k) + logChoose(n - right, left - k) - logChoose(n, left));

/** The masses from k on, in steps away from the mean. */
function sumOf(n: number, left: number, right: number, k: number, step: 1 | -1): number {
  const ratioAbove = (x: number): number => ((left - x) * (right - x)) / ((x + 1) * (n - left - right + x + 1));
  let mass = massAt(n, left, right, k);
  let sum = 0;
  for (let at = k; mass > least * sum; at += step) {
    sum += mass;
    mass *= step === 1 ? ratioAbove(at) : 1 / ratioAbove(at - 1);
  }
  return Math.min(1, sum);
}

/**
 * P(X ≥ both) of the hypergeometric distribution: Fisher's exact test of a table of two by two, one-sided, its margins given (Fisher 1935). Within
 * 10⁻⁷ of itself up to 10⁷ cases, which is what the logarithms of factorials leave.
 *
 * @param n all cases
 * @param left of which have the one
 * @param right of which have the other
 * @param both of which have both
 */
export function fisherAbove(n: number, left: number, right: number, both: number): number {
  if (both <= Math.max(0, left + right - n)) return 1;
  if (both > Math.min(left, right)) return 0;
  // Away from the mean terms fall; on its other side the rest is small.
  return both * n > left * right ? sumOf(n, left, right, both, 1) : 1 - sumOf(n, left, right, both - 1, -1);
}

/** P(X ≤ both) of the same: as few together, or fewer. */
export function fisherBelow(n: number, left: number, right: number, both: number): number {
  if (both >= Math.min(left, right)) return 1;
  if (both < Math.max(0, left + right - n)) return 0;
  return both * n < left * right ? sumOf(n, left, right, both, -1) : 1 - sumOf(n, left, right, both + 1, 1);
}
