import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** Recency, frequency, money. */
export const rfm = (f: Format) => ({
  none: phrase`No RFM scores were made: the pipeline has no RFM step, or nobody has bought.`,
  finding: (best: number, share: number, lapsed: number): Phrase =>
    phrase`${figure(f.count(best, nouns.customer))} bought lately and often (top scores in both) and bring ${figure(f.share(share))} of the money spent. ${figure(f.count(lapsed, nouns.customer))} score lowest in both.`,
  grid: 'Customers by recency and frequency',
  gridSentence: (customers: number, recency: number, frequency: number): Phrase =>
    phrase`The fullest cell holds ${figure(f.count(customers, nouns.customer))}, at recency ${f.whole(recency)} and frequency ${f.whole(frequency)}. Stronger is more customers; below the count is what they have spent.`,
  recency: 'Recency score',
  frequency: 'Frequency score',
  latest: 'bought lately',
  often: 'often',
  customers: 'Customers',
  monetary: 'Money spent',
  segments: 'RFM segments',
  segmentsSentence: (name: string, share: number): Phrase =>
    phrase`The scores group into named segments. ${named(name)} brings the most: ${figure(f.share(share))} of net revenue.`,
  segment: 'RFM segment',
  share: 'Share of customers',
  netRevenue: 'Net revenue',
  netRevenueShare: 'Share of net revenue',
});
