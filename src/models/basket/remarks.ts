import { formatFor } from '../../text/format.ts';
import { nouns } from '../../text/en/words.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { FittedBasket } from './fitted.ts';
import type { BasketLevel } from './options.ts';

const f = formatFor('en');

const leftOut = ({ counts }: FittedBasket, level: BasketLevel): Remark[] => {
  const { leftOut: number, maxItems: most, largest } = counts[level];
  return number === 0 ? [] : [remark('largeBaskets', { level, number, most, largest })];
};

/** What a reader of the rules should know. */
export function basketRemarks(fitted: FittedBasket): Remark[] {
  const { stoppedAt, pairs, options } = fitted;
  return [
    ...leftOut(fitted, 'basket'),
    ...leftOut(fitted, 'customer'),
    ...(stoppedAt === null ? [] : [remark('stoppedAt', { goods: stoppedAt, most: options.max_itemsets })]),
    ...(pairs?.tooMany === true ? [remark('noSubstitutes')] : []),
  ];
}

/** What came of it, in a few words. */
export function tellBasket({ counts, level, rules, significant, told, pairs }: FittedBasket): string {
  const { baskets } = counts[level];
  const of = level === 'basket' ? f.count(baskets, nouns.order) : f.count(baskets, nouns.customer);
  return `${of}, ${f.whole(told)} sets of goods beyond chance, told of ${f.whole(rules)} rules of which ${f.whole(significant)} hold beyond chance; ${f.whole(pairs?.groups ?? 0)} groups of goods`;
}
