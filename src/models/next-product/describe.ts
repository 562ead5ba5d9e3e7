import { percent } from '../../text/percent.ts';
import { inEnglish, remark, type Remark } from '../../text/remark.ts';
import type { FittedNextProduct, Holdout } from './fitted.ts';
import { naiveWays, rules, type Way } from './ways.ts';

const hit = ({ ways }: Holdout, way: Way): number => ways.find((one) => one.way === way)!.hit5.mean;

/** The rule that is used; where none is, the one that hit most often. */
export const bestRule = (holdout: Holdout, used: FittedNextProduct['used']): Way =>
  used ?? rules.reduce<Way>((best, rule) => (hit(holdout, rule) > hit(holdout, best) ? rule : best), rules[0]);

function tellHoldout(holdout: Holdout, used: FittedNextProduct['used']): string {
  const { since, until, customers } = holdout;
  const shown = [bestRule(holdout, used), ...naiveWays];
  const rates = shown.map((way) => `${percent(hit(holdout, way))} by ${way}`);
  return `measured on the days after ${since}, up to ${until}: of ${customers} customers who bought again, one of five products foretold was bought by ${rates.join(', ')}`;
}

/** How well it was foretold what customers buy; or why nothing is. */
export function tellNextProduct({ holdout, reason, used, leftOut }: FittedNextProduct): string {
  return [
    ...(holdout === null ? [] : [tellHoldout(holdout, used)]),
    ...(leftOut.length === 0 ? [] : [`nothing is offered in ${leftOut.join(', ')}, where the rule finds no more`]),
    ...inEnglish(nextProductRemarks({ reason })),
  ].join('; ');
}

/** What a reader of the products should know; it stays from night to night as long as it is true. */
export const nextProductRemarks = ({ reason }: Pick<FittedNextProduct, 'reason'>): Remark[] =>
  reason === null ? [] : [remark('noProduct', reason)];
