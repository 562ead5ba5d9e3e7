import { normalBeyond, normalQuantile } from './distributions.ts';

/** How many of a group did what was hoped for. */
export interface Rate {
  readonly n: number;
  readonly successes: number;
}

/** Lower and upper end. */
export type Interval = readonly [lower: number, upper: number];

/** All intervals are of this confidence. */
export const confidence = 0.95;

/** z of such an interval. */
const usual = normalQuantile(1 - (1 - confidence) / 2);

/** A rate as a share; n is above 0. */
export const shareOf = ({ n, successes }: Rate): number => successes / n;

/**
 * The score interval of a rate (Wilson 1927): all shares that the normal test with the variance of the share itself does not refuse. Its ends
 * are never below 0 or above 1, and it has a width also where nobody, or everybody, did it.
 */
export function scoreInterval(rate: Rate, z = usual): Interval {
  const { n } = rate;
  const share = shareOf(rate);
  const middle = share + (z * z) / (2 * n);
  const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  const whole = 1 + (z * z) / n;
  return [Math.max(0, (middle - half) / whole), Math.min(1, (middle + half) / whole)];
}

/**
 * The interval of a difference of two rates, treated less control: the hybrid score interval (Newcombe 1998, method 10), which takes from the
 * score interval of each rate the end that counts. It holds its confidence also where groups are small and rates near 0, as those of a holdout
 * are; the usual one (Wald) has no width where nobody bought.
 */
export function differenceInterval(treated: Rate, control: Rate, z = usual): Interval {
  const [p, q] = [shareOf(treated), shareOf(control)];
  const [[pLow, pHigh], [qLow, qHigh]] = [scoreInterval(treated, z), scoreInterval(control, z)];
  return [p - q - Math.hypot(p - pLow, qHigh - q), p - q + Math.hypot(pHigh - p, q - qLow)];
}

/** Beyond it a p value is below the smallest double. */
const farthest = 40;

/**
 * The two-sided p value that belongs to `differenceInterval`: of the widest such interval that leaves out 0. It is below 1 − confidence exactly
 * where the interval leaves out 0, so that the two never contradict each other.
 */
export function differenceP(treated: Rate, control: Rate): number {
  const difference = shareOf(treated) - shareOf(control);
  if (difference === 0) return 1;
  const leavesOut = (z: number): boolean => {
    const [low, high] = differenceInterval(treated, control, z);
    return low > 0 || high < 0;
  };
  let [inside, outside] = [0, farthest];
  for (let i = 0; i < 80; i++) {
    const z = (inside + outside) / 2;
    if (leavesOut(z)) inside = z;
    else outside = z;
  }
  return normalBeyond(inside);
}
