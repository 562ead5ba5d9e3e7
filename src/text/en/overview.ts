import type { Format } from '../format.ts';
import { inBrackets } from '../in-brackets.ts';
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
  phrase`${f.plural(names.length, { one: 'the RFM segment', other: 'the RFM segments' })} ${listed(
    f,
    names.map((name) => [named(name)]),
  )}`;

/** The first screen: what matters, and what to do about it. */
export const overview = (f: Format) => ({
  nobody: phrase`Nobody has bought up to the as-of day, so there is nothing to report on yet.`,
  /** What profit is after; `profit` is of the whole company. */
  counted: (known: readonly Cost[], profit: number): Phrase => {
    const list = f.list(known.map((cost) => costs[cost]));
    return profit < 0
      ? phrase`The cost of ${list} is higher than net revenue.`
      : phrase`Profit is what is left of net revenue after the cost of ${list}.`;
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
    lifetimeValue: 'Lifetime value',
    /** `period`: “12 months”; `low` to `high` is what the model may be off by, in 95% of the samples, null where they are not known. */
    lifetimeNote: (period: string, low: number | null, high: number | null): string =>
      low === null || high === null
        ? `in the next ${period}`
        : `in the next ${period}; ${f.largeMoney(low)} to ${f.largeMoney(high)} by what the model may be off`,
  },
  changed: {
    /** Null: the run before was of the same day. */
    title: (asOf: string | null): string =>
      asOf === null ? 'What changed since the last run' : `What changed since ${f.day(asOf)}`,
    first: phrase`There is no earlier run to compare with. From the next one on, changes are told here.`,
    nothing: phrase`Nothing has changed.`,
    moreCustomers: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'more customer has bought', other: 'more customers have bought' }))}.`,
    fewerCustomers: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'customer', other: 'customers' }))} fewer than before have bought.`,
    /** `amount` has a sign, as `share` of what it was before has; null: there is none. */
    netRevenue: (amount: number, share: number | null): Phrase =>
      amount > 0
        ? phrase`Net revenue rose by ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`Net revenue fell by ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    profit: (amount: number, share: number | null): Phrase =>
      amount > 0
        ? phrase`Profit rose by ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`Profit fell by ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lifetimeValue: (amount: number, share: number | null): Phrase =>
      amount > 0
        ? phrase`Lifetime value rose by ${figure(f.money(amount))}${inBrackets(f, share)}.`
        : phrase`Lifetime value fell by ${figure(f.money(-amount))}${inBrackets(f, share)}.`,
    lapsed: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'customer has lapsed', other: 'customers have lapsed' }))} and had not before.`,
    losing: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'customer now costs more than they bring', other: 'customers now cost more than they bring' }))} and did not before.`,
    moreRejects: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'more record was rejected', other: 'more records were rejected' }))}.`,
    fewerRejects: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'record', other: 'records' }))} fewer than before are rejected.`,
    renamed: (before: string, now: string): Phrase => phrase`The segment ${named(before)} is called ${named(now)} now.`,
    manyRenamed: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'segment has another name', other: 'segments have other names' }))} now.`,
    audience: (title: string, entered: number, left: number): Phrase =>
      phrase`The audience ${named(title)}: ${figure(f.whole(entered))} entered, ${figure(f.whole(left))} left.`,
    came: (count: number): Phrase =>
      phrase`${figure(f.count(count, { one: 'customer is new in the segments', other: 'customers are new in the segments' }))}.`,
    /** `since`: a day; null where it is the one of the title. */
    stayed: (since: string | null): Phrase =>
      since === null
        ? phrase`No customer has moved from one segment to another.`
        : phrase`Since ${f.day(since)}, no customer has moved from one segment to another.`,
    /** `share` of the customers with a segment moved, `largest` are the most from one segment to one other. */
    moved: (since: string | null, moved: number, share: number, largest: Move): Phrase => {
      const customers = phrase`${figure(f.count(moved, nouns.customer))} (${f.share(share, 1)}) moved to another segment`;
      const most =
        largest.customers === moved
          ? phrase`from ${named(largest.from)} to ${named(largest.to)}`
          : phrase`${f.whole(largest.customers)} of them from ${named(largest.from)} to ${named(largest.to)}`;
      return since === null ? phrase`${customers}, ${most}.` : phrase`Since ${f.day(since)}, ${customers}, ${most}.`;
    },
  },
  attention: {
    title: 'Who needs attention',
    nobody: phrase`Nobody in particular.`,
    waiting: (people: number): Phrase =>
      phrase`${figure(f.count(people, nouns.person))} ${f.plural(people, { one: 'waits', other: 'wait' })} for an answer to a complaint.`,
    overdue: (customers: number, valuable: number, value: number): Phrase =>
      phrase`${figure(f.whole(customers))} of the ${f.count(valuable, nouns.customer)} with the highest lifetime value should have bought again by now. Together they are worth ${figure(f.money(value))}.`,
    quiet: (customers: number, spent: number): Phrase =>
      phrase`${figure(f.count(customers, { one: 'customer who used to buy often or a lot has not bought lately', other: 'customers who used to buy often or a lot have not bought lately' }))}. They have spent ${figure(f.money(spent))} so far.`,
    losingSegment: (name: string, amount: number): Phrase =>
      phrase`The segment ${named(name)} loses ${figure(f.money(amount))} as a whole.`,
    /** So many warnings of the run besides those that are told. */
    moreWarnings: (count: number): Phrase =>
      phrase`The run left ${figure(f.count(count, { one: 'more warning', other: 'more warnings' }))}: see data quality.`,
  },
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
  next: 'What to do',
  answer: (customers: number): Phrase =>
    phrase`Answer the ${figure(f.count(customers, nouns.customer))} whose complaint is open.`,
  contact: (campaign: string, people: number): Phrase =>
    phrase`Send the campaign ${named(campaign)} to ${figure(f.count(people, nouns.person))}.`,
  keep: (by: Worth, name: string, each: number, times: number): Phrase =>
    phrase`Keep the segment ${named(name)}: each of its customers has brought ${figure(f.money(each))} of ${worth[by].label.toLowerCase()} so far, ${figure(`${f.number(times)} times`)} the average.`,
  winBack: (rfmSegments: readonly string[]): Phrase =>
    phrase`Win back those who have not bought lately: ${rfm(f, rfmSegments)}.`,
  callOverdue: (customers: number): Phrase =>
    phrase`Call the ${figure(f.count(customers, { one: 'most valuable customer', other: 'most valuable customers' }))} who should have bought again and may be called.`,
  repair: (name: string, cost: string, share: number): Phrase =>
    phrase`See why ${cost} takes ${figure(f.share(share))} of the net revenue of the segment ${named(name)}.`,
  review: (customers: number): Phrase =>
    phrase`Look at the ${figure(f.count(customers, nouns.customer))} who ${f.plural(customers, { one: 'costs', other: 'cost' })} more than they bring.`,
  approachAlike: (ranked: number, whom: Phrase): Phrase =>
    phrase`Approach the ${figure(f.count(ranked, nouns.prospect))} most like ${whom}, in the order of their likeness.`,
  approach: (alike: number, name: string): Phrase =>
    phrase`Approach the ${figure(f.count(alike, nouns.prospect))} who ${f.plural(alike, { one: 'resembles', other: 'resemble' })} the segment ${named(name)}, the likeliest first.`,
  correct: (records: number, source: string, column: string | null, reason: string): Phrase =>
    phrase`Have ${figure(f.count(records, nouns.record))} of the source ${named(source)} corrected: ${reason}${column === null ? '' : `, in ${column}`}.`,
  where: (column: string, values: readonly string[]): Phrase => [
    `where ${column} is `,
    ...values.flatMap((value, i) => (i === 0 ? [named(value)] : [' or ', named(value)])),
  ],
  from: (column: string, least: number): Phrase => phrase`where ${column} is ${f.number(least)} or more`,
  below: (column: string): Phrase => phrase`where ${column} is below 0`,
  /** Whom to take first, and what each may cost where that is known; of columns of files. */
  byPriority: (budget: boolean): Phrase =>
    budget
      ? phrase`the lowest priority_rank first, those without one last; each may cost their retention_budget, and nothing where that is empty`
      : phrase`the lowest priority_rank first, those without one last`,
  /** The condition on columns of files that holds for those to be called. */
  callable: (overdue: number, value: number): Phrase =>
    phrase`where overdue is ${f.number(overdue)} or more, lifetime_value ${f.number(value, 2)} or more, and phone not empty`,
  ready: (audience: string): Phrase => phrase`the audience ${named(audience)}`,
  nothing: phrase`Nothing today.`,
});
