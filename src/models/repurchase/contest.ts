import type { ErrorDifference } from '../evaluation/compare-errors.ts';

/** By what it may be foretold who buys again, the simplest first; by `one rate` for everybody nothing is told. */
export const ways = ['one rate', 'naive rule', 'model'] as const;

/** By what it may be foretold who buys again. */
export type Way = (typeof ways)[number];

/** How two of them compare: below 0 the first is better. */
export interface Comparison extends ErrorDifference {
  readonly first: Way;
  readonly second: Way;
}

/** Which way is used: the incumbent of the night before, or one that beats it. */
export interface Contest {
  readonly incumbent: Way;
  readonly winner: Way;
  /** Each pair once. */
  readonly comparisons: readonly Comparison[];
}

/** Better by more than one standard error of the difference (the rule of Breiman, Friedman, Olshen & Stone 1984, for paired differences). */
function beats(first: Way, second: Way, comparisons: readonly Comparison[]): boolean {
  return comparisons.some(
    (one) =>
      (one.first === first && one.second === second && one.difference < -one.error) ||
      (one.first === second && one.second === first && one.difference > one.error),
  );
}

/** The others in turn, the simplest first, take the place of what is there where they beat it; so chance alone seldom changes it from night to night. */
export function decideContest(incumbent: Way, comparisons: readonly Comparison[]): Contest {
  const winner = ways
    .filter((way) => way !== incumbent)
    .reduce<Way>((there, way) => (beats(way, there, comparisons) ? way : there), incumbent);
  return { incumbent, winner, comparisons };
}
