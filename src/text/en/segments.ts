import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns, worth, type Worth } from './words.ts';

/** Who the segments are. */
export const segments = (f: Format) => ({
  none: phrase`No segments were made: the pipeline has no k-means step, or there was no customer to group.`,
  finding: (count: number, customers: number, explained: number | null): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))} fall into ${figure(f.count(count, nouns.segment))}, grouped by the features of the model.${explained === null ? '' : ` The segments explain ${f.share(explained)} of the differences between customers.`}`,
  customers: 'Customers',
  share: 'Share of customers',
  ofSegments: phrase`Shares are of all segments together, without prospects and anonymous purchases.`,
  segment: 'Segment',
  file: 'File',
  balance: (by: Worth): string => `Customers against ${worth[by].label.toLowerCase()}`,
  balanceSentence: (by: Worth, above: readonly string[], below: readonly string[]): Phrase => {
    const bring = f.plural(above.length, { one: 'brings', other: 'bring' });
    return above.length > 0 && below.length > 0
      ? phrase`${named(f.list(above))} ${bring} a larger share of ${worth[by].whole} than of the customers; ${named(f.list(below))} a smaller one.`
      : phrase`Every segment brings about as large a share of ${worth[by].whole} as of the customers.`;
  },
  distinct: (label: string, times: number): string =>
    times >= 1 ? `${label} ${f.number(times)}×` : `${label} ${f.fixed(times, 2)}×`,
  apart: (name: string): string => `What sets ${name} apart`,
  also: (items: readonly string[]): string => `Also, against the mean of all: ${f.list(items)}`,
  rules: (count: number): string => f.plural(count, { one: 'As a rule', other: 'As rules' }),
  rule: (words: string, customers: number, purity: number, coverage: number): Phrase =>
    phrase`${words}: ${figure(f.share(purity))} of the ${figure(f.count(customers, nouns.customer))} that this holds for are in the segment, ${figure(f.share(coverage))} of the segment.`,
  ruleSql: 'As SQL',
  mean: 'Mean',
  ofAll: (value: string): string => `all: ${value}`,
  customer: 'Customer',
  typical: (count: number): string =>
    count === 1 ? 'The most typical customer' : `The ${f.whole(count)} most typical customers`,
  lastPurchase: 'Last purchase',
  medians: 'Medians',
  profile: 'Profile of each segment',
  /** `pooled`: shares of the money of a segment stand here. */
  profileSentence: (strongest: { name: string; feature: string; index: number } | null, pooled: boolean): Phrase => {
    const shares = pooled
      ? ' “Share of its money” is of all the money of a segment; “Spent on”, as a feature of the model, is the mean of the shares that each customer has, however much they spend.'
      : '';
    return strongest === null
      ? phrase`Index against all customers with a segment, with the mean below: 100 is alike, 200 is twice as much.${shares}`
      : phrase`Index against all customers with a segment, with the mean below: 100 is alike, 200 is twice as much. The highest is ${figure(f.whole(strongest.index))}, of the segment ${named(strongest.name)}: “${strongest.feature}”.${shares}`;
  },
  otherFeatures: (count: number): string =>
    `${f.count(count, { one: 'feature', other: 'features' })} in which the segments differ less`,
  ofMoney: (category: string): string => `Share of its money: ${category}`,
  feature: 'Feature',
  everyone: 'All',
  logarithm: (label: string): string => `${label} (logarithm)`,
});
