import { gapOf, type Comparison } from './contest.ts';
import type { SegmentMeasured } from './fitted.ts';
import { naiveWays, type Rule, type Way } from './ways.ts';

/** A difference in one segment: its mean, and its variance of the mean. */
interface Gap {
  readonly difference: number;
  readonly variance: number;
}

/**
 * How far segments differ by more than chance, by the moments of DerSimonian & Laird (1986): 0 where they do not. Segments whose customers all fared alike have no variance, and are left out.
 */
function varianceBetween(gaps: readonly Gap[]): number {
  const known = gaps
    .filter(({ variance }) => variance > 0)
    .map(({ difference, variance }) => ({ difference, w: 1 / variance }));
  const sum = (of: (gap: { difference: number; w: number }) => number): number =>
    known.reduce((all, gap) => all + of(gap), 0);
  const weight = sum(({ w }) => w);
  const mean = sum(({ difference, w }) => w * difference) / weight;
  const excess = sum(({ difference, w }) => w * (difference - mean) ** 2) - (known.length - 1);
  const scale = weight - sum(({ w }) => w * w) / weight;
  return known.length < 2 ? 0 : Math.max(0, excess / scale);
}

/** Customers of a segment, at least: of fewer nothing is said but what holds for all. */
const leastCustomers = 30;

/**
 * Segments where the rule finds no more than a naive way: the difference of the hits there, drawn towards that of all customers as far as segments differ by no more than chance (empirical Bayes; Morris
 * 1983), is not above its standard error. A segment with fewer than 30 customers in the window goes with all.
 */
export function leftOutSegments(
  rule: Rule,
  all: readonly Comparison[],
  segments: readonly SegmentMeasured[],
): string[] {
  const measured = segments.filter(({ customers }) => customers >= leastCustomers);
  const isBetter = (naive: Way): ((segment: SegmentMeasured) => boolean) => {
    const gapIn = ({ comparisons }: Pick<SegmentMeasured, 'comparisons'>): Gap => {
      const { difference, error } = gapOf(comparisons, rule, naive);
      return { difference, variance: error * error };
    };
    const whole = gapOf(all, rule, naive).difference;
    const between = varianceBetween(measured.map(gapIn));
    return (segment) => {
      const { difference, variance } = gapIn(segment);
      const own = between === 0 ? 0 : between / (between + variance);
      const expected = own * difference + (1 - own) * whole;
      return expected > Math.sqrt(own * variance);
    };
  };
  const tests = naiveWays.map(isBetter);
  return measured
    .filter((segment) => !tests.every((test) => test(segment)))
    .flatMap(({ segment }) => (segment === null ? [] : [segment]));
}
