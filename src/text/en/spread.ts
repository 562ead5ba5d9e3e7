import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { sayGap, type Gap } from './cost-gap.ts';
import { lossReasons, nouns } from './words.ts';

/** The word for the line that makes somebody a loss maker. */
const reasonOf = (code: string): string => lossReasons[code] ?? code.replaceAll('_', ' ');

/** What an account is ranked by. */
const orderOf = (knowsGone: boolean): string =>
  knowsGone
    ? 'The order is that of value now × value to come × risk. Risk is the probability of leaving times that of staying: who has left for certain can no longer be kept, and nothing is to be spent on them.'
    : 'The order is that of value now × value to come × risk. Risk is the probability of leaving.';

/** How profit and revenue are spread over customers, who loses and why, and who is to be kept. */
export const spread = (f: Format) => ({
  reasonOf,
  figures: 'Show the figures',
  gap: (gap: Gap): string => sayGap(gap, f),
  deciles: 'Profit by tenths of the customers',
  decilesSentence: (profit: number, best: number, worst: number): Phrase =>
    profit > 0
      ? phrase`The most profitable tenth brings ${figure(f.money(best))}, ${figure(f.share(best / profit))} of the profit; the last tenth ${worst < 0 ? 'takes' : 'brings'} ${figure(f.money(Math.abs(worst)))}${worst < 0 ? ' away' : ''}.`
      : phrase`The most profitable tenth brings ${figure(f.money(best))}; the last tenth takes ${figure(f.money(-worst))} away, and no profit is left.`,
  decile: 'Tenth',
  customers: 'Customers',
  from: 'From',
  to: 'To',
  lorenz: 'How unequally customers share the revenue',
  lorenzSentence: (gini: number, top: number): Phrase =>
    phrase`The best tenth of the customers bring ${figure(f.share(top))} of net revenue. The Gini coefficient is ${figure(f.fixed(gini, 3))}: 0 would be the same from everyone, near 1 all from one.`,
  below: (count: number): Phrase =>
    phrase`${figure(f.count(count, nouns.customer))} brought back more than they bought; here they count as 0.`,
  lorenzX: 'Customers, those who bring least first',
  lorenzY: 'Share of net revenue',
  equal: 'The same from everyone',
  curve: 'These customers',
  makers: 'What makes loss makers lose',
  makersNone: phrase`No customer costs more than they bring.`,
  makersSentence: (reason: string, customers: number, all: number, loss: number): Phrase =>
    phrase`Of ${figure(f.count(all, nouns.lossMaker))}, ${figure(f.whole(customers))} lose most by ${named(reasonOf(reason).toLowerCase())}: ${figure(f.money(-loss))} in all. The line is the one that most exceeds what is usual for their revenue.`,
  reason: 'Line',
  loss: 'Loss',
  excess: 'Above the usual',
  worst: 'The largest losses',
  customer: 'Customer',
  orders: 'Orders',
  why: 'Why',
  whySentence: (reason: string, amount: number, usual: number, left: number): string => {
    if (reason === 'all_costs') return 'No line exceeds the usual: the usual is more than they bring.';
    const then =
      left < 0 ? `even at the usual ${f.money(-left)} would be lost` : `at the usual ${f.money(left)} would be left`;
    return `${reasonOf(reason)}: ${f.money(amount)}, usual for such revenue ${f.money(usual)}; ${then}.`;
  },
  priority: 'Which customers to keep first',
  prioritySentence: (customers: number, atRisk: number, budget: number | null): Phrase =>
    budget === null
      ? phrase`${figure(f.money(atRisk))} of the spend to come is at risk with ${figure(f.count(customers, nouns.customer))}. No cost of goods is known, so what keeping them may cost does not follow.`
      : phrase`${figure(f.money(atRisk))} of the value to come is at risk with ${figure(f.count(customers, nouns.customer))}. Keeping them may cost ${figure(f.money(budget))} in all, by what the pipeline says offers can keep and must return.`,
  /** `knowsGone`: the leaving probability is that of having left for good. */
  priorityHow: (isLifetimeValue: boolean, days: number, knowsGone: boolean): Phrase =>
    isLifetimeValue
      ? phrase`${orderOf(knowsGone)} The value to come is the lifetime value of the next ${figure(f.whole(days))} days of somebody who stays, less what serving them costs.`
      : phrase`${orderOf(knowsGone)} The value to come is that of ${figure(f.whole(days))} days at the pace so far, of somebody who stays.`,
  valueNow: 'Value now',
  valueToCome: 'Value to come',
  leaving: 'May leave',
  budget: 'May cost',
  /** Reasons of `marts.account_priority` in the language of the reader. */
  priorityReasons: {} as Readonly<Record<string, string>>,
  priorityGroups: 'All of them, by reason',
  accountsBySegment: 'From revenue to profit, segment by segment',
});
