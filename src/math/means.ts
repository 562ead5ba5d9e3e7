import { studentBeyond, studentBeyondQuantile } from './distributions.ts';
import type { GroupSums } from './effect-size.ts';
import { aboutMean, ratio } from './exact.ts';
import { confidence, type Interval } from './rates.ts';

/** The mean of a group of whole numbers, exact up to the last rounding; n is above 0. */
export const meanOf = ({ n, sum }: GroupSums): number => ratio(sum, n);

/** The variance of the mean of a group: s²/n with divisor n − 1 in s². */
const meanVariance = ({ n, sum, squares }: GroupSums): number => ratio(aboutMean(n, squares, sum), n * n * (n - 1n));

/** A difference of two means with what may be said of it. */
export interface MeanDifference {
  readonly difference: number;
  readonly interval: Interval;
  readonly p: number;
  readonly df: number;
}

/**
 * The difference of two means, treated less control, with the interval and the two-sided p value of Welch's t test, which lets the groups
 * vary differently (Welch 1947; degrees of freedom: Satterthwaite 1946). In the unit of the values.
 *
 * @returns null where a group has fewer than two values, or nothing varies in either
 */
export function meanDifference(treated: GroupSums, control: GroupSums): MeanDifference | null {
  if (treated.n < 2n || control.n < 2n) return null;
  const [a, b] = [meanVariance(treated), meanVariance(control)];
  if (a + b === 0) return null;
  const df = (a + b) ** 2 / (a ** 2 / Number(treated.n - 1n) + b ** 2 / Number(control.n - 1n));
  const error = Math.sqrt(a + b);
  const difference = ratio(treated.sum * control.n - control.sum * treated.n, treated.n * control.n);
  const half = studentBeyondQuantile(1 - confidence, df) * error;
  return {
    difference,
    interval: [difference - half, difference + half],
    p: studentBeyond(Math.abs(difference) / error, df),
    df,
  };
}
