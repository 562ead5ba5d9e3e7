import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';

/** When customers come back. */
export const cohorts = (f: Format) => ({
  title: 'When customers come back',
  sentence: (first: number, later: { period: number; share: number } | null): Phrase =>
    later === null
      ? phrase`In the month after that of their first purchase, ${figure(f.share(first))} of the customers bought again.`
      : phrase`In the month after that of their first purchase, ${figure(f.share(first))} of the customers bought again; ${f.whole(later.period)} months after it, ${figure(f.share(later.share))} did.`,
  brought: (months: number, amount: number): Phrase =>
    phrase`By the end of month ${f.whole(months)} after that of the first purchase, a customer has brought ${figure(f.money(amount))} of net revenue on average.`,
  latest: (shown: number, all: number): Phrase =>
    phrase`The map shows the latest ${f.whole(shown)} of ${f.whole(all)} months in which customers came; the sentences are of all ${f.whole(all)}.`,
  scale: 'share of the cohort that bought in the month, in percent: stronger is more',
  open: 'the month is not over yet',
  x: 'Months since the month of the first purchase',
  cohort: 'First bought in',
  customers: 'Customers',
  share: (value: number): string => f.whole(100 * value),
  retention: 'Share that bought, in percent, by months since the month of the first purchase',
  money: 'Net revenue per customer, up to so many months after that of the first purchase',
  everyone: 'All cohorts seen that long',
});
