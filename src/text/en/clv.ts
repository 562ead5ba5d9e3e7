import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

/** A figure with the interval it lies in. */
export interface Total {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many of the most valuable customers were found. */
export interface TopFound {
  readonly customers: number;
  readonly model: number;
  readonly baseline: number;
  readonly gain: number;
  readonly grade: 'A' | 'B' | 'C';
}

const period = (f: Format, { length, unit }: { readonly length: number; readonly unit: Unit }): string =>
  `${f.number(length, 2)} ${length === 1 ? unit : `${unit}s`}`;

/** What share is meant by 10 % or 0.5 %: no digit too many. */
const rate = (f: Format, value: number): string => `${f.number(100 * value, 2)}%`;

/** What the parameters of the models say. */
const meanings: Readonly<Record<string, string>> = {
  r: 'How alike customers are in how often they buy: below 1 many hardly buy and few buy often; large: all alike',
  alpha: 'With r the mean pace: r / α purchases in a unit of time while one is a customer',
  a: 'With b how readily customers stop: a / (a + b) of them with a purchase; both large: all alike',
  b: 'See a',
  s: 'How alike customers are in how readily they stop: below 1 many hardly ever stop; large: all alike',
  beta: 'With s the mean rate of stopping: s / β in a unit of time',
  p: 'How alike the purchases of one customer are: large: all the same',
  q: 'How alike customers are in what a purchase is worth: large: all alike',
  gamma: 'With p and q the mean worth of a purchase: pγ / (q − 1)',
};

/** What customers are worth: lifetime value, and how well it foretells. */
export const clv = (f: Format) => {
  const within = ({ low, high }: Total, write: (value: number) => string): string =>
    low === null || high === null ? '' : ` (${write(low)} to ${write(high)})`;
  const inWords = (margin: number | undefined, known: number | null): string =>
    margin === undefined
      ? 'spend'
      : known === null
        ? `margin, ${f.number(100 * margin)}% of the spend`
        : `margin after goods and fulfilment, by the costs that are known for ${f.share(known, 1)} of net revenue`;
  return {
    period: (horizon: { readonly length: number; readonly unit: Unit }): string => period(f, horizon),
    none: phrase`It is not foretold what customers are worth: the pipeline has no clv step.`,
    tooFew: (reason: string): Phrase => phrase`It is not foretold what customers are worth: ${reason}.`,
    figures: 'Show the figures',
    customers: 'Customers',
    share: 'Share',
    value: 'Lifetime value',
    shareOfValue: 'Share of value',
    band: (from: string, to: string | null): string => (to === null ? `${from} and more` : `${from} to ${to}`),
    below: (to: string): string => `below ${to}`,
    from: 'From',
    to: 'To',
    actual: 'actual',
    model: 'model',
    finding: (
      customers: number,
      horizon: { readonly length: number; readonly unit: Unit },
      bought: Total,
      value: Total,
      margin: number | undefined,
      /** The share of net revenue that a margin by costs rests on; null: it was given. */
      known: number | null,
      discount: { readonly rate: number; readonly per: string },
    ): Phrase =>
      phrase`In the next ${period(f, horizon)}, ${figure(f.count(customers, nouns.customer))} are expected to buy ${figure(f.whole(bought.value))} times${within(bought, f.whole)}. That is worth ${figure(f.largeMoney(value.value))}${within(value, f.largeMoney)} in ${inWords(margin, known)}${discount.rate === 0 ? ', not discounted' : `, discounted at ${rate(f, discount.rate)} per ${discount.per}`}.`,
    alreadyBought: phrase`What they have bought already is not in it.`,
    intervals: (samples: number): Phrase =>
      phrase`In brackets: 95% of ${f.whole(samples)} bootstrap samples of the customers. They say what the models may be off by, not what chance adds.`,

    holdout: 'How well it foretells',
    notHeldOut: phrase`Nothing was held out: how well these figures foretell is not known.`,
    grade: ({ customers, model, baseline, gain, grade }: TopFound, until: string): Phrase => {
      const found = phrase`Grade ${figure(grade)}: of the ${figure(f.count(customers, nouns.customer))} who spent most after ${f.day(until)}, the model found ${figure(f.whole(model))} beforehand, and past spend ${figure(f.whole(baseline))} (${f.change(gain)}).`;
      const verdict = {
        A: phrase` Choosing the best customers by lifetime value is clearly better than by past spend.`,
        B: phrase` Choosing the best customers by lifetime value is as good as by past spend, not clearly better.`,
        C: phrase` Past spend does better: do not choose the best customers by this lifetime value, choose them by what they have spent.`,
      }[grade];
      return [...found, ...verdict];
    },
    inAll: (foretold: number, actual: number, pace: number): Phrase =>
      actual === 0
        ? phrase`In all, ${figure(f.whole(foretold))} purchases were foretold, and none came.`
        : phrase`In all, ${figure(f.whole(foretold))} purchases were foretold and ${figure(f.whole(actual))} came: ${figure(f.change(foretold / actual - 1))}. Had customers gone on at the pace so far, it would have been ${f.whole(pace)} (${f.change(pace / actual - 1)}).`,
    eachOff: (model: number, pace: number): Phrase =>
      phrase`For a single customer, the model was off by ${figure(f.fixed(model, 2))} purchases on average; the pace so far by ${figure(f.fixed(pace, 2))}${model < pace ? '' : ': it did no worse'}.`,
    spendFound: (expected: number, actual: number): Phrase =>
      actual === 0
        ? phrase`They were foretold to spend ${f.largeMoney(expected)}, and spent nothing.`
        : phrase`They were foretold to spend ${figure(f.largeMoney(expected))} and spent ${figure(f.largeMoney(actual))} (${f.change(expected / actual - 1)}).`,
    measured: (until: string, asOf: string, days: number, customers: number): Phrase =>
      phrase`Learnt from purchases up to ${f.day(until)}, foretold for the ${f.whole(days)} days up to ${f.day(asOf)}, of the ${f.count(customers, nouns.customer)} known by then.`,
    errors: 'Foretold and come',
    way: 'Foretold by',
    purchases: 'Purchases',
    off: 'Off by',
    byModel: 'model',
    byPace: (retention: number): string => `pace so far, × ${f.share(retention, 1)} who went on`,
    came: 'came',
    tracking: 'Repeat purchases, added up week by week',
    trackingSentence: (until: string, actual: number, expected: number): Phrase =>
      actual === 0
        ? phrase`After ${f.day(until)}, of which the model did not know, none came.`
        : phrase`After ${f.day(until)}, of which the model did not know, ${figure(f.whole(actual))} came up to the last whole week and ${figure(f.whole(expected))} were to be expected (${f.change(expected / actual - 1)}), by nothing but when each customer had first bought.`,
    weekly: 'Repeat purchases of each week',
    weeklySentence: (weeks: number, most: number, expected: number): Phrase =>
      phrase`In the ${f.count(weeks, { one: 'week', other: 'weeks' })} of the holdout, up to ${figure(f.whole(most))} came in one; the model has ${figure(f.whole(expected))} a week on average. It knows of no seasons and no campaigns.`,
    learntUntil: (until: string): string => `learnt up to ${f.shortDay(until)}`,
    repeatPurchases: 'Repeat purchases',
    week: 'Week',
    weekEnds: 'Ends on',
    actualColumn: 'Actual',
    difference: 'Difference',
    frequency: 'By how often they had bought',
    frequencySentence: (actual: number, expected: number): Phrase =>
      phrase`Customers who had not bought again made ${figure(f.fixed(actual, 2))} purchases each in the holdout, ${figure(f.fixed(expected, 2))} by the model. Columns are what came, rings what was foretold.`,
    repeats: 'Repeat purchases before',
    meanPurchases: 'Purchases each in the holdout',
    asModelled: 'As modelled',
    eachActual: 'Purchases each',
    eachModel: 'By the model',

    worth: 'Where the value is',
    tenths: 'Lifetime value by tenths of the customers',
    tenthsSentence: (best: number, half: number): Phrase =>
      phrase`The most valuable tenth hold ${figure(f.share(best))} of the lifetime value, the less valuable half ${figure(f.share(half))}.`,
    tenth: 'Tenth',
    bands: 'How many customers are worth how much',
    bandsSentence: (median: number, most: number): Phrase =>
      phrase`Half of the customers are worth ${figure(f.money(median))} or less; the most valuable one is worth ${figure(f.money(most))}.`,
    shareOfCustomers: 'Share of customers',
    newCustomer: (
      spend: number,
      value: number,
      bought: number,
      horizon: { readonly length: number; readonly unit: Unit },
      margin: number | undefined,
    ): Phrase =>
      phrase`A purchase is worth ${figure(f.money(spend))} on average, before costs. A new customer is worth ${figure(f.money(value))} of ${margin === undefined ? 'spend' : 'margin'} in ${period(f, horizon)}, with the first purchase and ${figure(f.fixed(bought, 2))} further ones to be expected.${margin === undefined ? '' : ' What contacts and overheads cost is not in it, so winning one is worth less than that.'}`,

    aliveTitle: 'Who is still a customer',
    alive: 'Probability of still being a customer',
    aliveSentence: (alive: number, customers: number, gone: number): Phrase =>
      phrase`About ${figure(f.whole(alive))} of ${figure(f.whole(customers))} are still customers. ${gone === 0 ? 'Of nobody the probability is' : phrase`${figure(f.count(gone, nouns.customer))} have most likely stopped: their probability is`} below ${f.share(0.5)}.`,
    pAlive: 'P(alive)',

    bySegment: 'Lifetime value by segment',
    bySegmentSentence: (name: string | null, share: number, margin: 'own' | 'one' | 'none'): Phrase =>
      name === null
        ? phrase`Those without a segment hold most of it, ${figure(f.share(share))}.`
        : phrase`The segment ${named(name)} holds most of it, ${figure(f.share(share))}.${{ own: ' Spend counts with the margin of each customer, drawn to that of all where little is known of it.', one: ' Spend counts with one margin for all, as the pipeline says it.', none: '' }[margin]} Each customer’s value is in the column lifetime_value of the CSV files, and the day by which half of those who still are customers will have bought in next_purchase_on.`,
    segment: 'Segment',
    noSegment: 'No segment',
    overdueTitle: 'Valuable, and overdue',
    overdueNone: (valuable: number): Phrase =>
      phrase`Of the ${figure(f.count(valuable, nouns.customer))} who are the most valuable fifth, none is long overdue.`,
    overdueSentence: (customers: number, valuable: number, value: number, from: number): Phrase =>
      phrase`Of the ${figure(f.count(valuable, nouns.customer))} who are the most valuable fifth, ${figure(f.whole(customers))} should have bought again: ${figure(f.share(from))} or more of customers like them would have. They hold ${figure(f.money(value))} of lifetime value: now is the time to ask them.`,
    overdueFirst: 'The most valuable of them',
    overdueFile: 'All customers, with the column overdue:',

    models: 'How customers buy and stop',
    paces: 'How often customers buy',
    pacesSentence: (mean: number, band: string, share: number): Phrase =>
      phrase`While they are customers, they buy ${figure(f.number(mean, 2))} times a year on average; most often, for ${figure(f.share(share))} of them, it is ${band}.`,
    pace: 'Purchases a year',
    stops: 'How readily customers stop',
    stopsSentence: (mean: number, per: 'purchase' | 'year', band: string, share: number): Phrase =>
      phrase`${per === 'purchase' ? 'After a purchase' : 'Within a year'}, ${figure(f.share(mean))} stop on average; most often, for ${figure(f.share(share))} of the customers, the probability is ${band}.`,
    stop: { purchase: 'Probability of stopping after a purchase', year: 'Probability of stopping within a year' },
    nobodyStops: phrase`By this model nobody stops: everybody counts as a customer still.`,
    parameters: 'Parameters',
    parametersSentence: (unit: string): Phrase =>
      phrase`By maximum likelihood; times are in ${unit}s. The interval of 95% is that of the logarithm.`,
    modelColumn: 'Model',
    parameter: 'Parameter',
    meaning: 'What it says',
    meanings,
    parameterNames: { alpha: 'α', beta: 'β', gamma: 'γ' } as Readonly<Record<string, string>>,
    estimate: 'Estimate',
    standardError: 'Standard error',
    correlation: (value: number): Phrase =>
      phrase`How often customers buy and what a purchase is worth correlate with ${figure(f.fixed(value, 3))}; the model takes them to be independent.`,

    top: 'Worth most',
    topSentence: phrase`The customers with the highest lifetime value. Next is the day by which half of such customers will have bought; none: not within the horizon. Overdue is the share of such customers who would have bought again by now.`,
    customer: 'Customer',
    each: 'A purchase',
    last: 'Last',
    next: 'Next',
    overdue: 'Overdue',

    documentTitle: (subject: string): string => `${subject}: lifetime value`,
    eyebrow: (subject: string, model: string, asOf: string): Phrase =>
      phrase`${named(subject)} · ${model} · as of ${f.day(asOf)}`,
    headline: (
      value: number,
      margin: number | undefined,
      customers: number,
      horizon: { readonly length: number; readonly unit: Unit },
    ): string =>
      `${f.largeMoney(value)} of ${margin === undefined ? 'spend' : 'margin'} to come from ${f.count(customers, nouns.customer)} in ${period(f, horizon)}`,
    skip: 'Skip to how well it foretells',
    glance: 'At a glance',
    valueNote: (margin: number | undefined): string => (margin === undefined ? 'in spend' : 'in margin'),
    range: ({ low, high }: Total, write: (value: number) => string): string | undefined =>
      low === null || high === null ? undefined : `${write(low)} to ${write(high)}`,
    expected: 'Purchases to come',
    still: 'Still customers',
    ofCustomers: (customers: number): string => `of ${f.whole(customers)}`,
    gradeTile: 'Grade',
    gradeNote: { A: 'clearly better than past spend', B: 'as good as past spend', C: 'past spend does better' },
    newTile: 'A new customer',
    newNote: (bought: number): string => `first purchase and ${f.fixed(bought, 2)} more`,
    notes: 'What to know',
    terms: 'Definitions',
    footer: (version: string): Phrase =>
      phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
  };
};
