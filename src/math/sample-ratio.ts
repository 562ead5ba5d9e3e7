import { chiSquareTail } from './distributions.ts';

/** Below this p value groups are hardly as they were drawn. */
export const mismatchBelow = 0.01;

/**
 * The p value of groups being as large as their shares say: Pearson's χ² of goodness of fit. A small one is a sample ratio mismatch: people got lost
 * on the way into a group, and what the groups did cannot be compared (Fabijan et al. 2019).
 *
 * @param shares of the groups, above 0; only their ratios count
 */
export function sampleRatioP(counts: readonly number[], shares: readonly number[]): number {
  const [n, whole] = [counts, shares].map((list) => list.reduce((all, one) => all + one, 0)) as [number, number];
  const chiSquare = counts.reduce((sum, count, i) => {
    const expected = (n * shares[i]!) / whole;
    return sum + (count - expected) ** 2 / expected;
  }, 0);
  return chiSquareTail(chiSquare, counts.length - 1);
}

/**
 * The same of one group whose members were each drawn with a share of their own: with one share for all it is `sampleRatioP`.
 *
 * @param expected the sum of the shares
 * @param variance the sum of share × (1 − share), above 0
 */
export const drawnRatioP = (count: number, expected: number, variance: number): number =>
  chiSquareTail((count - expected) ** 2 / variance, 1);
