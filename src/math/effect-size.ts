import { aboutMean, ratio } from './exact.ts';

/** Exact sums of a group of values. */
export interface GroupSums {
  readonly n: bigint;
  /** Σu */
  readonly sum: bigint;
  /** Σu² */
  readonly squares: bigint;
}

/** The largest effect that is told: that of groups within which nothing varies. */
export const largestEffect = 100;

/** The scatter around the mean, times n. */
const scatter = ({ n, sum, squares }: GroupSums): bigint => aboutMean(n, squares, sum);

/** The standard deviation of a group, divisor n; null: the group is nobody. */
export const standardDeviation = (group: GroupSums): number | null =>
  group.n === 0n ? null : Math.sqrt(ratio(scatter(group), group.n ** 2n));

/**
 * How far the mean of a group is above (or below) that of all others, in pooled standard deviations within the two: Cohen's d,
 * (m₁ − m₂)/√((SS₁ + SS₂)/(n₁ + n₂ − 2)) (Cohen 1988, 2.5.2). Where nothing varies within either, 0 for equal means, else ±100; nothing
 * is told beyond ±100. The unit of the values does not matter.
 *
 * @param all the group and the others together
 * @returns null where the group or the others are nobody
 */
export function cohensD(group: GroupSums, all: GroupSums): number | null {
  const others = { n: all.n - group.n, sum: all.sum - group.sum, squares: all.squares - group.squares };
  if (group.n === 0n || others.n === 0n) return null;
  const difference = ratio(group.sum * others.n - others.sum * group.n, group.n * others.n);
  if (difference === 0) return 0;
  const within = scatter(group) * others.n + scatter(others) * group.n;
  if (within === 0n) return Math.sign(difference) * largestEffect;
  const deviation = Math.sqrt(ratio(within, group.n * others.n * (all.n - 2n)));
  return Math.max(-largestEffect, Math.min(largestEffect, difference / deviation));
}
