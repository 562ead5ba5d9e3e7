import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import type { Span } from './attribution.ts';
import { nouns } from './words.ts';

/** Where customers come from, and where to look for more. */
export const origins = (f: Format) => ({
  none: phrase`Where customers come from is unknown: the data name no two sources, campaigns, referrers, regions or mail domains.`,
  finding: (best: string, most: number, worst: string, least: number, base: number, lifetime: boolean): Phrase =>
    phrase`One more person from ${named(best)} is expected to be worth ${figure(f.money(most))} after what finding them costs, one from ${named(worst)} ${figure(f.money(least))}; the average is ${f.money(base)}. ${lifetime ? 'Lifetime value to come is in it: the section on profit has profit so far alone.' : 'It is what they brought so far.'}`,
  dimensions: {
    source: 'Source',
    campaign: 'Campaign',
    medium: 'Medium',
    referrer: 'Referrer',
    region: 'Region',
    email_domain: 'Mail domain',
  },
  index: 'Who finds the best customers',
  indexSentence: (best: string, most: number, worst: string, least: number): Phrase =>
    phrase`People from ${named(best)} are ${figure(f.fixed(most, 2))} times as often among the best customers as everybody, people from ${named(worst)} ${figure(f.fixed(least, 2))} times.`,
  indexMeaning: phrase`The best customers are the tenth of the buyers with the highest profit. 100 is as everybody; where few people are known, an index is drawn towards 100. Lines are ${f.share(0.95)} intervals.`,
  above: 'above everybody',
  below: 'below everybody',
  alike: 'cannot be told apart',
  origin: 'Origin',
  kind: 'Kind',
  people: 'People',
  bought: 'Bought',
  best: 'Best customers',
  bestIndex: 'Index, best customers',
  profitIndex: 'Index, profit',
  interval: `${f.share(0.95)} interval`,
  between: (low: string, high: string): string => `${low} to ${high}`,
  next: 'Where to advertise next',
  nextSentence: (first: string, expected: number, { low, high }: Span, cost: number): Phrase =>
    phrase`${named(first)} first: one more person from there is expected to be worth ${figure(f.money(expected))} (${f.share(0.95)} interval ${f.money(low)} to ${f.money(high)}) after what finding them cost, which was ${f.money(cost)} a head so far.`,
  noneBetter: phrase`Not even the first is surely worth more than everybody: no interval lies above the average as a whole, so who is first may be chance.`,
  nothingPaid: phrase`No origin has a cost of acquisition, so it is not known which can be paid for: name them in the pipeline, under acquisition: paid.`,
  lastSentence: (last: string, expected: number, { low, high }: Span, base: number, cost: number): Phrase =>
    phrase`Spend less on ${named(last)}: one more person from there is expected to be worth ${figure(f.money(expected))} (${f.share(0.95)} interval ${f.money(low)} to ${f.money(high)}), where the average is ${f.money(base)}; finding them cost ${f.money(cost)} a head.`,
  organic: 'What comes by itself',
  organicSentence: (first: string, expected: number, { low, high }: Span): Phrase =>
    phrase`Nobody can buy more of these. The best are those from ${named(first)}, each expected to be worth ${figure(f.money(expected))} (${f.share(0.95)} interval ${f.money(low)} to ${f.money(high)}): thank whoever sends them.`,
  organicMeaning: phrase`Origins without a cost of acquisition, and those that the pipeline names under acquisition: organic.`,
  valueMeaning: (profit: boolean, lifetime: boolean): Phrase =>
    phrase`Worth is ${profit ? 'profit' : 'net revenue, as far as no cost is known,'} so far${lifetime ? ' and lifetime value to come' : ''}, per head, drawn towards the average where few people are known: prospects who never bought count. What they brought so far alone is beside it, as in the section on profit. Ranked by the lower end of the interval.`,
  tooFew: (origins: number): Phrase =>
    phrase`${figure(f.count(origins, nouns.source))} with fewer than ${f.whole(30)} people: too few to tell, and without a rank.`,
  allTooFew: 'Where to advertise next cannot be told: no origin has enough people.',
  caution: phrase`Those whom more advertising brings need not be like those who came so far: raise spending in steps, and look again.`,
  rank: 'Rank',
  reason: 'Why',
  reasons: {
    too_few: 'too few people to tell',
    costs_more: 'costs more than it brings',
    better: 'worth more than everybody',
    worse: 'worth less than everybody',
    alike: 'cannot be told from everybody',
  },
  expected: 'Expected worth a head',
  cost: 'Cost a head',
  valueToCost: 'Worth per unit of cost',
  payback: 'Paid back',
  noCost: 'no cost',
  notYet: (months: number): string => `not within ${f.whole(months)} months`,
  inMonth: (month: number): string => `in month ${f.whole(month)}`,
});
