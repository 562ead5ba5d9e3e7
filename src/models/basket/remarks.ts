import { formatFor } from '../../text/format.ts';
import { nouns } from '../../text/en/words.ts';
import type { FittedBasket } from './fitted.ts';
import type { BasketLevel } from './options.ts';

const f = formatFor('en');

const called = { basket: 'basket', customer: 'customer' } as const;

const leftOut = ({ counts }: FittedBasket, level: BasketLevel): string[] => {
  const { leftOut: number, maxItems, largest } = counts[level];
  if (number === 0) return [];
  const who = number === 1 ? `1 ${called[level]}` : `${f.whole(number)} ${called[level]}s`;
  const what = level === 'basket' ? 'of' : 'with';
  return [`${who} ${what} more than ${f.whole(maxItems)} goods left out (up to ${f.whole(largest)})`];
};

/** Sentences on what a reader of the rules should know. */
export function basketRemarks(fitted: FittedBasket): string[] {
  const { stoppedAt, pairs, options } = fitted;
  const raise = 'raise support or max_itemsets to have them';
  return [
    ...leftOut(fitted, 'basket'),
    ...leftOut(fitted, 'customer'),
    ...(stoppedAt === null
      ? []
      : [
          `sets of ${stoppedAt} goods and more are left out: there are over ${f.whole(options.max_itemsets)} to count; ${raise}`,
        ]),
    ...(pairs?.tooMany === true
      ? [`no substitutes are looked for: too many pairs of goods are bought by the same customers; ${raise}`]
      : []),
  ];
}

/** What came of it, in a few words. */
export function tellBasket({ counts, level, rules, significant, told, pairs }: FittedBasket): string {
  const { baskets } = counts[level];
  const of = level === 'basket' ? f.count(baskets, nouns.order) : f.count(baskets, nouns.customer);
  return `${of}, ${f.whole(told)} sets of goods beyond chance, told of ${f.whole(rules)} rules of which ${f.whole(significant)} hold beyond chance; ${f.whole(pairs?.groups ?? 0)} groups of goods`;
}
