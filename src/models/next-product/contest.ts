import { aboutMean, ratio } from '../../math/exact.ts';
import { naiveWays, rules, type Rule, type Way } from './ways.ts';

/** How the hit rates of two ways compare on the same customers: above 0 the first is better. */
export interface Comparison {
  readonly first: Way;
  readonly second: Way;
  readonly difference: number;
  /** Standard error of the paired difference. */
  readonly error: number;
}

/** The mean of whole numbers and its standard error, from their sum and that of their squares. */
export function meanOf(n: number, sum: bigint, squares: bigint, steps = 1): { mean: number; error: number } {
  const [count, unit] = [BigInt(n), BigInt(steps)];
  const mean = ratio(sum, count * unit);
  if (n < 2) return { mean, error: 0 };
  const variance = ratio(aboutMean(count, squares, sum), count * count * (count - 1n) * unit * unit);
  return { mean, error: Math.sqrt(variance) };
}

/** How a way compares with another: above 0 it is better. */
export function gapOf(comparisons: readonly Comparison[], way: Way, other: Way): { difference: number; error: number } {
  const found = comparisons.find(({ first, second }) => [first, second].every((one) => one === way || one === other));
  if (found === undefined) return { difference: 0, error: 0 };
  return { difference: found.first === way ? found.difference : -found.difference, error: found.error };
}

/** Better by more than one standard error of the difference (the rule of Breiman, Friedman, Olshen & Stone 1984, for paired differences). */
function beats(first: Way, second: Way, comparisons: readonly Comparison[]): boolean {
  const { difference, error } = gapOf(comparisons, first, second);
  return difference > error;
}

/**
 * The rule that is used: one that beats both naive ways; of several the first of `rules` that no other of them beats by as much. What was used the night before goes on unless a naive way
 * beats it, or another rule does. Null: none.
 */
export function decideRule(incumbent: Rule | null, comparisons: readonly Comparison[]): Rule | null {
  const fit = rules.filter((rule) =>
    rule === incumbent
      ? !naiveWays.some((way) => beats(way, rule, comparisons))
      : naiveWays.every((way) => beats(rule, way, comparisons)),
  );
  const start = fit.find((rule) => rule === incumbent) ?? fit[0];
  if (start === undefined) return null;
  return fit.reduce((there, rule) => (beats(rule, there, comparisons) ? rule : there), start);
}
