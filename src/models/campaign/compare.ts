import type { GroupSums } from '../../math/effect-size.ts';
import { meanDifference, meanOf } from '../../math/means.ts';
import { differenceInterval, differenceP, shareOf, type Rate } from '../../math/rates.ts';

/** What those treated did more than the control group, with its 95 % interval and the p value that belongs to it. */
export interface Effect {
  /** Of those treated. */
  readonly treated: number;
  readonly control: number;
  /** Treated less control. */
  readonly difference: number;
  /** Change from control: the difference over what the control group did; null where that did nothing. */
  readonly change: number | null;
  /** Incremental uplift: the difference, times those treated. */
  readonly uplift: number;
  readonly lower: number;
  readonly upper: number;
  readonly p: number;
}

/** What the interval of an effect leaves open. */
export type Verdict = 'more' | 'less' | 'unclear';

/** Whether an effect is above or below 0 for 19 intervals in 20 like its own. */
export const verdictOf = ({ lower, upper }: Pick<Effect, 'lower' | 'upper'>): Verdict => {
  if (lower > 0) return 'more';
  return upper < 0 ? 'less' : 'unclear';
};

const changeOf = (difference: number, control: number): number | null =>
  control === 0 ? null : difference / Math.abs(control);

/** Compares two rates by Newcombe's interval; null where a group is nobody. */
export function compareRates(treated: Rate, control: Rate): Effect | null {
  if (treated.n === 0 || control.n === 0) return null;
  const [p, q] = [shareOf(treated), shareOf(control)];
  const [lower, upper] = differenceInterval(treated, control);
  const change = changeOf(p - q, q);
  return {
    ...{ treated: p, control: q, difference: p - q, change, uplift: (p - q) * treated.n, lower, upper },
    p: differenceP(treated, control),
  };
}

/**
 * Compares two means by Welch's interval; null where a group has fewer than two values, or nothing varies in either.
 *
 * @param scale how many units of the sums are one of the values: 10,000 where they count the last of four decimals
 */
export function compareMeans(treated: GroupSums, control: GroupSums, scale: number): Effect | null {
  const found = meanDifference(treated, control);
  if (found === null) return null;
  const { interval, p } = found;
  const [own, other, difference, lower, upper] = [meanOf(treated), meanOf(control), found.difference, ...interval].map(
    (value) => value / scale,
  ) as [number, number, number, number, number];
  const [change, uplift] = [changeOf(difference, other), difference * Number(treated.n)];
  return { treated: own, control: other, difference, change, uplift, lower, upper, p };
}
