import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns, worth, type Worth } from './words.ts';

/** Whom the whale curve is over. */
const everyone = (prospects: boolean): string => nouns[prospects ? 'person' : 'customer'].other;

/** Where the money comes from and where it goes. */
export const profit = (f: Format) => ({
  none: phrase`There are no sales to account for yet.`,
  sold: (revenue: number, netRevenue: number): Phrase =>
    phrase`Of ${figure(f.money(revenue))} of revenue, ${figure(f.money(netRevenue))} is left after returns and discounts.`,
  knownCost: (share: number): Phrase =>
    share === 0
      ? phrase` No cost of goods is known: net revenue counts as if the goods had cost nothing.`
      : phrase` The cost of goods is known for ${figure(f.share(share, 1))} of net revenue; where it is not, net revenue counts as if the goods had cost nothing.`,
  finding: (netRevenue: number, profit: number, largest: string, share: number): Phrase =>
    phrase`Of every ${figure(f.money(100))} of net revenue, ${figure(f.money((100 * profit) / netRevenue))} is left as profit. The largest cost is ${largest.toLowerCase()}, with ${figure(f.share(share))} of net revenue.`,
  account: 'From revenue to profit',
  accountSentence: (revenue: number, profit: number): Phrase =>
    phrase`What becomes of ${figure(f.money(revenue))} of revenue until ${figure(f.money(profit))} of profit is left.`,
  item: 'Item',
  amount: 'Amount',
  ofNetRevenue: 'Of net revenue',
  adds: 'Adds',
  takes: 'Takes away',
  result: 'Result',
  bySegment: 'Where the money of each segment goes',
  bySegmentSentence: (best: string, bestShare: number, worst: string, worstShare: number): Phrase =>
    best === worst
      ? phrase`The segment ${named(best)} leaves ${figure(f.share(bestShare, 1))} of its net revenue as profit.`
      : phrase`Of its net revenue, the segment ${named(best)} leaves ${figure(f.share(bestShare, 1))} as profit, the most; ${named(worst)} leaves ${figure(f.share(worstShare, 1))}, the least.`,
  byPaid: 'Share of net revenue; with shipping charged it is more than 100%',
  segmentAccount: 'Profit and loss by segment',
  segmentSales: 'Net revenue by segment',
  segment: 'Segment',
  customers: 'Customers',
  margin: 'Profit margin',
  unassigned: 'No segment',
  anonymous: 'Anonymous',
  segmentAccountSentence: (unassigned: boolean, anonymous: boolean): Phrase => [
    ...phrase`All amounts are in ${figure(f.currency)}, without tax.`,
    ...(unassigned ? [' No segment: prospects, and customers who were not grouped.'] : []),
    ...(anonymous ? [' Anonymous: what belongs to no known customer.'] : []),
  ],
  whale: 'How profit adds up over customers',
  whaleSentence: (peakShare: number, peakRatio: number, eroded: number, prospects: boolean): Phrase =>
    phrase`The profitable ${figure(f.share(peakShare))} of ${everyone(prospects)} earn ${figure(f.share(peakRatio))} of the profit; the others take ${figure(f.money(eroded))} of it away.`,
  whaleNone: phrase`No customer costs more than they bring: the curve never falls.`,
  whaleLoss: (peak: number, eroded: number): Phrase =>
    phrase`The profitable customers earn ${figure(f.money(peak))}; the others take ${figure(f.money(eroded))} away, so that nothing is left.`,
  /** What leads from the end of the curve to the profit of the company. */
  whaleAnonymous: (known: number, anonymous: number, total: number): Phrase =>
    phrase`The curve is of those who are known and ends at ${figure(f.money(known))}. What belongs to no known customer ${anonymous < 0 ? phrase`takes ${figure(f.money(-anonymous))} away` : phrase`adds ${figure(f.money(anonymous))}`}; that makes the ${figure(f.money(total))} of the whole company.`,
  /** `base`: how many the share is of: customers, and prospects who cost something. */
  best: (percent: number, share: number, prospects: boolean, anonymous: boolean, base: number): Phrase => {
    const people = prospects
      ? phrase`${f.count(base, nouns.person)} who brought or cost something`
      : phrase`${f.count(base, nouns.customer)}`;
    return anonymous
      ? phrase`The best ${figure(f.share(percent / 100))} of ${people} bring ${figure(f.share(share))} of the profit of all who are known.`
      : phrase`The best ${figure(f.share(percent / 100))} of ${people} bring ${figure(f.share(share))} of the profit.`;
  },
  whaleTiles: {
    peak: 'Profit at the peak',
    peakNote: (share: number, prospects: boolean): string =>
      `from the best ${f.share(share)} of ${everyone(prospects)}`,
    ratio: 'Peak against total',
    ratioNote: (profit: number): string => `total ${f.money(profit)}`,
    eroded: 'Taken away',
    erodedNote: (customers: number, lost: number, prospects: number, cost: number): string =>
      prospects === 0
        ? `by ${f.count(customers, nouns.lossMaker)}`
        : `${f.money(lost)} by ${f.count(customers, nouns.lossMaker)}; ${f.money(cost)} by ${f.count(prospects, nouns.prospect)}`,
  },
  customerPercent: (prospects: boolean): string =>
    `${prospects ? 'Customers and prospects' : 'Customers'}, the most profitable first`,
  cumulativeProfit: 'Cumulated profit',
  shareOfProfit: 'Share of profit',
  peak: 'peak',
  total: 'total',
  byCategory: 'By category',
  byCategorySentence: (name: string, share: number, marginName: string, margin: number): Phrase =>
    phrase`${named(name)} sells most, with ${figure(f.share(share))} of net revenue. ${named(marginName)} has the best margin: ${figure(f.share(margin))} of its net revenue.`,
  byCategorySold: (name: string, share: number): Phrase =>
    phrase`${named(name)} sells most, with ${figure(f.share(share))} of net revenue.`,
  category: 'Category',
  contribution: 'Contribution margin',
  notAttributed: (by: string, cost: number): string =>
    by === 'month'
      ? `Campaigns whose first day nobody told, ${f.money(cost)}, are in no month.`
      : `Contacts, campaigns and acquisition, ${f.money(cost)}, belong to customers and are in no row: the contribution margins less that are the profit.`,
  netRevenue: 'Net revenue',
  grossMargin: 'Gross margin',
  marginRate: 'Margin rate',
  bySource: 'By acquisition source',
  bySourceSentence: (by: Worth, best: string, bestEach: number, worst: string, worstEach: number): Phrase =>
    best === worst
      ? phrase`Everyone comes from ${named(best)}: ${figure(f.money(bestEach))} of ${worth[by].label.toLowerCase()} each.`
      : phrase`People who came by ${named(best)} bring ${figure(f.money(bestEach))} of ${worth[by].label.toLowerCase()} each, the most; by ${named(worst)} ${figure(f.money(worstEach))}, the least. Prospects who have not bought count too.`,
  source: 'Acquisition source',
  people: 'Customers and prospects',
  bought: 'Have bought',
  byMonth: 'By month',
  byMonthSentence: (best: string, netRevenue: number): Phrase =>
    phrase`The best month was ${figure(f.month(best))} with ${figure(f.money(netRevenue))} of net revenue.`,
  month: 'Month',
});
