import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { probability } from './discriminant.ts';
import { nouns } from './words.ts';

/** What goods are bought together in. */
export type Level = 'basket' | 'customer';

/** The best rule, as a sentence has it. */
export interface BestRule {
  readonly left_names: string;
  readonly right_name: string;
  readonly confidence: number;
  readonly lift: number;
}

const noun = { basket: nouns.order, customer: nouns.customer } as const;

/** What goes together. */
export const baskets = (f: Format) => ({
  none: phrase`Which goods go together is not looked for: the pipeline has no basket step.`,
  nobody: phrase`No goods were bought of which it is known what they are.`,
  finding: (level: Level, count: number, told: number, best: BestRule | null): Phrase =>
    best === null
      ? phrase`In ${figure(f.count(count, noun[level]))} no goods are bought together more often than by chance.`
      : phrase`In ${figure(f.count(count, noun[level]))}, ${figure(f.whole(told))} sets of goods are bought together more often than by chance. Of those with ${named(best.left_names)}, ${figure(f.share(best.confidence))} also have ${named(best.right_name)}: ${figure(f.number(best.lift, 1))} times as many as of all.`,
  leftOut: (level: Level, count: number, maxItems: number): Phrase =>
    phrase`${figure(f.count(count, noun[level]))} with more than ${f.whole(maxItems)} different goods ${count === 1 ? 'is' : 'are'} left out.`,
  stopped: (size: number): Phrase =>
    phrase`Sets of ${f.whole(size)} goods and more are left out: there are too many to count. A higher support would have them.`,
  rules: 'What is bought together',
  rulesSentence: (shown: number, told: number): Phrase =>
    phrase`${shown < told ? phrase`The ${f.whole(shown)} strongest of ${figure(f.whole(told))} rules` : phrase`All ${figure(f.whole(told))} rules`}, by how many times as often the right-hand good is there as in all.`,
  test: phrase`A rule is told where it holds better than each shorter one, by Fisher’s exact test; so that at most one in twenty of those told is chance, its p is adjusted for all rules that there could be. Large orders hold more of everything: the test allows for it. Of rules among the same goods the surest is shown.`,
  rule: (left: string, right: string): string => `${left} → ${right}`,
  left: 'Who buys',
  right: 'also buys',
  together: (level: Level): string => (level === 'basket' ? 'Orders with all' : 'Customers with all'),
  confidence: 'Confidence',
  lift: 'Lift',
  p: 'Adjusted p',
  pValue: (p: number): string => probability(f, p),
  groups: 'Groups of goods',
  groupsSentence: (shown: number, found: number): Phrase =>
    phrase`${shown < found ? phrase`The ${f.whole(shown)} largest of ${figure(f.whole(found))} groups` : phrase`All ${figure(f.whole(found))} groups`}. Goods that are often in one order with each other: any two of a group, on the mean, with a Yule’s Q of 0.75 or more.`,
  group: 'Group',
  goods: 'Goods',
  otherGoods: (count: number): string => `${f.whole(count)} more`,
  substitutes: 'One or the other',
  noSubstitutes: phrase`There are no two goods of one category that the same customers buy, but in one order less often than by chance.`,
  substitutesSentence: phrase`Goods of one category that the same customers buy more often than by chance, but in one order less often: one stands in for the other.`,
  good: 'Good',
  otherGood: 'Other good',
  orderQ: 'Q, orders',
  customerQ: 'Q, customers',
  preferences: 'Who buys from which category',
  preferencesSentence: (segment: string, category: string, share: number, base: number): Phrase =>
    phrase`The share of the customers of each segment who have bought from a category, as an index against all. ${figure(f.share(share))} of ${named(segment)} buy from ${named(category)}; of all, ${figure(f.share(base))}.`,
  category: 'Category',
  otherCategory: 'Other category',
  everyone: 'All',
  affinities: 'What else they buy',
  affinitiesSentence: (category: string, other: string, lift: number): Phrase =>
    phrase`Customers who buy from ${named(category)} buy from ${named(other)} ${figure(f.number(lift, 1))} times as often as all do.`,
  customers: 'Customers of both',
  affinityShare: 'Of these, the other too',
});
