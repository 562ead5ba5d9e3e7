import { chiSquareTail } from '../../math/distributions.ts';
import { keyOf, without, type Items, type Itemset } from './candidates.ts';
import { measuresOf, type Measures, type RuleCounts } from './measures.ts';
import type { Sizes } from './sizes.ts';
import { adjustedPs, falseDiscoveryRate, possibleRules, productiveP, sizeEffect } from './significance.ts';

/** Baskets with all of `left` also hold `right`. */
export interface Rule extends RuleCounts, Measures {
  readonly leftItems: Items;
  readonly rightItem: number;
  /** Of χ², one degree of freedom. */
  readonly p: number;
  /** Of Fisher's exact test against more general rules, adjusted for all rules of its length that there could be. */
  readonly adjustedP: number;
  /** A more general rule, with a part of its left side or none, holds as well or better. */
  readonly isRedundant: boolean;
  readonly isSignificant: boolean;
  /** It is significant, not redundant, and has the highest confidence of such rules among the same items; of equal ones the one with the rarer right item. */
  readonly isTold: boolean;
}

/** What rules are made of. */
export interface RuleInput {
  readonly baskets: number;
  /** By size, those of one item first. */
  readonly sizes: readonly (readonly Itemset[])[];
  /** Least confidence. */
  readonly confidence: number;
  readonly expected: Sizes['expected'];
}

/** A confidence as a fraction, so that equal ones are equal. */
interface Fraction {
  readonly part: number;
  readonly of: number;
}

/** A rule before it is held against others of its length. */
type Found = Omit<Rule, 'isTold'>;

interface Draft extends RuleCounts {
  readonly leftItems: Items;
  readonly rightItem: number;
  readonly isRedundant: boolean;
  readonly productiveP: number;
}

const isAtLeast = (a: Fraction, b: Fraction): boolean => a.part * b.of >= b.part * a.of;

const larger = (a: Fraction, b: Fraction): Fraction => (isAtLeast(a, b) ? a : b);

const sideKey = (left: Items, right: number): string => `${keyOf(left)}>${right}`;

/**
 * All rules with one item on the right, made of frequent sets, with a confidence or more; the highest lift first.
 *
 * A rule is redundant where one with the same right side, and a part of its left side or nothing on it, has the same or a higher confidence
 * (Bayardo, Agrawal & Gunopulos 2000; `is.redundant` of arules).
 */
export function rulesOf({ baskets, sizes, confidence, expected }: RuleInput): Rule[] {
  const counts = new Map(sizes.flat().map(({ items, n }) => [keyOf(items), n]));
  const countOf = (items: Items): number => (items.length === 0 ? baskets : counts.get(keyOf(items))!);
  /** The best confidence of a rule and all more general ones, by its sides; of the length before. */
  let best = new Map<string, Fraction>();
  const rules = sizes.slice(1).flatMap((sets) => {
    const bestHere = new Map<string, Fraction>();
    const drafts = sets.flatMap(({ items, n: both }) =>
      items.map((rightItem, place): Draft => {
        const leftItems = without(items, place);
        const [left, right] = [countOf(leftItems), countOf([rightItem])];
        const own = { part: both, of: left };
        const parts = leftItems.map((_, i) => without(leftItems, i));
        const general = parts
          .map((part) => best.get(sideKey(part, rightItem)) ?? { part: right, of: baskets })
          .reduce(larger);
        bestHere.set(sideKey(leftItems, rightItem), larger(own, general));
        const improvements = parts.map((part, i) => {
          const withRight = items.filter((item) => item !== leftItems[i]);
          const size = sizeEffect(expected, { part, left: leftItems, right: withRight, both: items });
          return { baskets: countOf(part) / size, left, right: countOf(withRight), both };
        });
        return {
          ...{ leftItems, rightItem, baskets, both, left, right },
          isRedundant: isAtLeast(general, own),
          productiveP: productiveP(improvements),
        };
      }),
    );
    best = bestHere;
    return finished(drafts, possibleRules(sets[0]!.items.length, sizes[0]!.length), confidence);
  });
  return markTold(rules).sort(byLift);
}

/** The rules of one length with a confidence or more, with their measures and adjusted p. */
function finished(drafts: readonly Draft[], tests: number, confidence: number): Found[] {
  const adjusted = adjustedPs(
    drafts.map(({ productiveP: p }) => p),
    tests,
  );
  return drafts.flatMap(({ productiveP: _, ...draft }, i): Found[] => {
    const measures = measuresOf(draft);
    if (measures.confidence < confidence) return [];
    const adjustedP = adjusted[i]!;
    const isSignificant = adjustedP <= falseDiscoveryRate;
    return [{ ...draft, ...measures, p: chiSquareTail(measures.chiSquare, 1), adjustedP, isSignificant }];
  });
}

function byItems(a: Items, b: Items): number {
  const place = a.findIndex((item, i) => item !== b[i]);
  return place === -1 ? 0 : a[place]! - b[place]!;
}

/** The highest lift first; then by baskets, by length, and by the numbers of the items. */
const byLift = (a: Rule, b: Rule): number =>
  b.lift - a.lift ||
  b.both - a.both ||
  a.leftItems.length - b.leftItems.length ||
  a.rightItem - b.rightItem ||
  byItems(a.leftItems, b.leftItems);

/** Marks the surest rule of each set of items. */
function markTold(rules: readonly Found[]): Rule[] {
  const setOf = ({ leftItems, rightItem }: Found): string => keyOf([...leftItems, rightItem].sort((a, b) => a - b));
  const surest = new Map<string, Found>();
  for (const rule of rules) {
    if (!rule.isSignificant || rule.isRedundant) continue;
    const best = surest.get(setOf(rule));
    // Of one set both hold in as many baskets: the confidence is higher where the left side is in fewer.
    const isSurer = best === undefined || rule.left < best.left;
    if (isSurer || (rule.left === best.left && rule.rightItem < best.rightItem)) surest.set(setOf(rule), rule);
  }
  const told = new Set(surest.values());
  return rules.map((rule) => ({ ...rule, isTold: told.has(rule) }));
}
