import type { Format } from '../format.ts';
import { figure, listed, named, phrase, type Phrase } from '../phrase.ts';
import { costs, nouns, worth, type Cost, type Worth } from './words.ts';

/** The move of most customers. */
export interface Move {
  readonly customers: number;
  readonly from: string;
  readonly to: string;
}

/** RFM segments by name: no segment that a model found has theirs. */
const rfm = (f: Format, names: readonly string[]): Phrase =>
  phrase`the RFM ${names.length === 1 ? 'segment' : 'segments'} ${listed(
    f,
    names.map((name) => [named(name)]),
  )}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format) => ({
  nobody: phrase`Nobody has bought up to the as-of day, so there is nothing to report on yet.`,
  sales: (buyers: number, orders: number, netRevenue: number): Phrase =>
    phrase`${figure(f.count(buyers, nouns.customer))} placed ${figure(f.count(orders, nouns.order))} worth ${figure(f.money(netRevenue))} after returns and discounts.`,
  left: (known: readonly Cost[], profit: number, share: number): Phrase => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`The cost of ${list} is higher than that: ${figure(f.money(-profit))} is lost.`
      : phrase`After the cost of ${list}, ${figure(f.money(profit))} is left: ${figure(f.share(share, 1))} of net revenue.`;
  },
  noCosts: phrase`No costs are known, so profit cannot be told: it would be net revenue by another name. This report shows net revenue instead. For profit, map unit_cost or cost in a source, and state costs in the pipeline.`,
  tiles: {
    customers: 'Customers',
    prospects: (count: number): string => (count === 0 ? 'and no prospects' : `and ${f.count(count, nouns.prospect)}`),
    netRevenue: 'Net revenue',
    orders: (count: number): string => `in ${f.count(count, nouns.order)}`,
    profit: 'Profit',
    margin: (share: number): string => `${f.share(share, 1)} of net revenue`,
    lossMakers: 'Loss makers',
    lost: (amount: number): string =>
      amount === 0 ? 'no customer costs more than they bring' : `take ${f.money(amount)} away`,
    each: 'Net revenue each',
    perCustomer: 'per customer, so far',
    rejected: 'Rejected records',
    ofRecords: (count: number): string => `of ${f.whole(count)}`,
    since: (change: number, asOf: string | null): string => {
      const day = asOf === null ? 'the last run' : f.shortDay(asOf);
      if (change === 0) return `unchanged since ${day}`;
      const isTold = f.change(change) !== f.change(0);
      return `${isTold ? f.change(change) : `${change < 0 ? 'down' : 'up'} by less than ${f.share(0.001, 1)}`} since ${day}`;
    },
  },
  standsOut: 'What stands out',
  topSegment: (by: Worth, name: string, customerShare: number, share: number): Phrase =>
    phrase`The segment ${named(name)} ${worth[by].most}: ${figure(f.share(customerShare))} of the customers bring ${figure(f.share(share))} of ${worth[by].whole}.`,
  moved: (since: string | null, of: { before: number; moved: number; came: number; largest: Move | null }): Phrase => {
    const from = since === null ? 'the run before' : f.day(since);
    const came =
      of.came === 0
        ? []
        : phrase` ${figure(f.count(of.came, nouns.customer))} ${f.plural(of.came, { one: 'is', other: 'are' })} new in the segments.`;
    if (of.moved === 0 || of.largest === null)
      return phrase`Since ${from}, no customer has moved from one segment to another.${came}`;
    const { customers, from: left, to } = of.largest;
    const share = f.share(of.moved / of.before, 1);
    const where =
      customers === of.moved
        ? phrase`from ${named(left)} to ${named(to)}`
        : phrase`${f.whole(customers)} of them from ${named(left)} to ${named(to)}`;
    return phrase`Since ${from}, ${figure(f.count(of.moved, nouns.customer))} (${share}) moved to another segment, ${where}.${came}`;
  },
  /** `base`: how many the share is of: customers, and prospects who cost something. */
  best: (percent: number, share: number, prospects: boolean, anonymous: boolean, base: number): Phrase =>
    phrase`The best ${figure(f.share(percent / 100))} of ${f.count(base, nouns[prospects ? 'person' : 'customer'])}${prospects ? ' who brought or cost something' : ''} bring ${figure(f.share(share))} of the profit${anonymous ? ' of all who are known' : ''}.`,
  lossMakers: (customers: number, share: number, amount: number): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))}, ${figure(f.share(share))} of all, cost more than they bring. Together they take ${figure(f.money(amount))} away.`,
  losingSegment: (name: string, amount: number): Phrase =>
    phrase`The segment ${named(name)} loses ${figure(f.money(amount))} as a whole.`,
  quiet: (customers: number, monetary: number, rfmSegments: readonly string[]): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))} who used to buy often or a lot have not bought lately: ${rfm(f, rfmSegments)}. They have spent ${figure(f.money(monetary))} so far.`,
  prospects: (prospects: number, alike: number, name: string): Phrase =>
    phrase`Of ${figure(f.count(prospects, nouns.prospect))} who have not bought yet, ${figure(f.whole(alike))} resemble the segment ${named(name)}.`,
  knownCost: (share: number): Phrase =>
    share === 0
      ? phrase`No cost of goods is known: profit is overstated.`
      : phrase`The cost of goods is known for ${figure(f.share(share, 1))} of net revenue; the profit of the rest is overstated.`,
  /** `profit` is 0 where none is told. */
  anonymous: (share: number, profit: number): Phrase => {
    const revenue = phrase`${figure(f.share(share, 1))} of net revenue`;
    if (profit === 0)
      return phrase`${revenue} belongs to no known customer. It is in the totals, but in no segment and in no figure by customer.`;
    return phrase`${revenue} belongs to no known customer, with a ${profit < 0 ? 'loss' : 'profit'} of ${figure(f.money(Math.abs(profit)))}. Both are in the totals, but in no segment and in no figure by customer.`;
  },
  rejected: (rejected: number, records: number, share: number): Phrase =>
    rejected === 0
      ? phrase`All ${figure(f.count(records, nouns.record))} followed the rules; none was rejected.`
      : phrase`${figure(f.count(rejected, nouns.record))} of ${f.whole(records)} (${f.share(share, 1)}) broke a rule and were rejected.`,
  warnings: (count: number): Phrase =>
    phrase`The run left ${figure(count === 1 ? 'one warning' : `${f.whole(count)} warnings`)}; see data quality.`,
  next: 'What to do next',
  keep: (by: Worth, name: string, each: number, times: number): Phrase =>
    phrase`Keep the segment ${named(name)}: each of its customers has brought ${figure(f.money(each))} of ${worth[by].label.toLowerCase()} so far, ${figure(`${f.number(times)} times`)} the average.`,
  winBack: (customers: number, rfmSegments: readonly string[]): Phrase =>
    phrase`Win back the ${figure(f.count(customers, nouns.customer))} of ${rfm(f, rfmSegments)}: they used to buy often or a lot, but not lately.`,
  repair: (name: string, cost: string, share: number): Phrase =>
    phrase`See why ${cost} takes ${figure(f.share(share))} of the net revenue of the segment ${named(name)}.`,
  review: (customers: number): Phrase =>
    phrase`Look at the ${figure(f.count(customers, nouns.customer))} who cost more than they bring.`,
  approach: (alike: number, name: string): Phrase =>
    phrase`Approach the ${figure(f.count(alike, nouns.prospect))} who resemble the segment ${named(name)}, the likeliest first.`,
  correct: (records: number, source: string, column: string | null, reason: string): Phrase =>
    phrase`Have ${figure(f.count(records, nouns.record))} of the source ${named(source)} corrected: ${reason}${column === null ? '' : `, in ${column}`}.`,
  where: (column: string, values: readonly string[]): Phrase => [
    `where ${column} is `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' or ', named(value)])),
  ],
  below: (column: string): Phrase => phrase`where ${column} is below 0`,
  nothing: phrase`Nothing needs attention today.`,
});
