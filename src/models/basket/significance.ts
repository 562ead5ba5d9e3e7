import { fisherAbove } from '../../math/fisher.ts';
import type { Items } from './candidates.ts';
import type { Sizes } from './sizes.ts';

/** Of the rules that are told, this share at most is chance, on the mean. */
export const falseDiscoveryRate = 0.05;

/**
 * A rule against one with an item less on its left: baskets with that smaller left side, divided by `sizeEffect`, and of them with the item, the right side,
 * both.
 */
export interface Improvement {
  readonly baskets: number;
  readonly left: number;
  readonly right: number;
  readonly both: number;
}

/** The sets of an improvement. */
interface ImprovedSets {
  readonly part: Items;
  readonly left: Items;
  readonly right: Items;
  readonly both: Items;
}

/**
 * How many times as often as by their shares an item and the right side meet among the baskets with a smaller left side, since large baskets hold more of everything; 1 where all
 * are of one size and large. Tests are of so many times fewer baskets: then what is expected is right.
 */
export const sizeEffect = (expected: Sizes['expected'], { part, left, right, both }: ImprovedSets): number =>
  (expected(both) * expected(part)) / (expected(left) * expected(right));

const oneP = ({ baskets, left, right, both }: Improvement): number =>
  both * baskets > left * right ? fisherAbove(baskets, left, right, both) : 1;

/**
 * The p of a rule: that it holds no better than the rules with one item less on the left do, by Fisher's exact test; of several the largest (Webb 2007,
 * productive rules); 1 where it does hold no better. With one item on the left: that left and right have nothing to do with one another.
 */
export function productiveP(improvements: readonly Improvement[]): number {
  let largest = 0;
  for (const improvement of improvements) {
    largest = Math.max(largest, oneP(improvement));
    if (largest === 1) break;
  }
  return largest;
}

/** How many rules of a length there could be: sets of so many of the items, any of them on the right. */
export function possibleRules(length: number, items: number): number {
  let sets = 1;
  for (let i = 1; i <= length; i++) sets *= (items - length + i) / i;
  return length * sets;
}

/**
 * Adjusts the p of tests for how many there are (Benjamini & Hochberg 1995): what is at `falseDiscoveryRate` or below is chance at that rate at most.
 *
 * @param ps of the tests that were made
 * @param tests how many could have been made, those that were made at least; the others count as if their p were 1
 */
export function adjustedPs(ps: readonly number[], tests: number): number[] {
  const order = ps.map((_, i) => i).sort((a, b) => ps[a]! - ps[b]! || a - b);
  const adjusted = new Array<number>(ps.length);
  const all = Math.max(tests, ps.length);
  let smallest = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    smallest = Math.min(smallest, (ps[i]! * all) / rank);
    adjusted[i] = smallest;
  }
  return adjusted;
}
