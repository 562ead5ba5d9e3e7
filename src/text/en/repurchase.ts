import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { probability } from './discriminant.ts';
import { calibrationVerdict } from './calibration.ts';
import { nouns } from './words.ts';

/** The days that are foretold: the next ones, or those after the last day on which purchases are known. */
const coming = (f: Format, days: number, after: string | null): string =>
  after === null ? `in the next ${f.whole(days)} days` : `in the ${f.whole(days)} days after ${f.day(after)}`;

/** Who buys again, and who churns. */
export const repurchase = (f: Format) => ({
  none: phrase`It is not foretold who buys again: the pipeline has no repurchase step.`,
  tooFew: (reason: string): Phrase => phrase`It is not foretold who buys again: ${reason}.`,
  finding: (customers: number, again: number, days: number, after: string | null): Phrase =>
    phrase`Of the ${figure(f.count(customers, nouns.customer))} who have not lapsed, about ${figure(f.whole(again))} (${f.share(again / customers)}) are expected to buy again ${coming(f, days, after)}${after === null ? '' : ', the last day on which purchases are known'}. The others are not, unless something wins them back.`,
  /** Behind `finding`, where the probabilities failed their test. */
  uncalibrated: (foretold: number, again: number): Phrase =>
    phrase`Take the number with care: on the days of the test, ${figure(f.whole(foretold))} were foretold and ${figure(f.whole(again))} bought again, farther apart in the tenths than chance explains.`,
  measured: (since: string, until: string, customers: number, again: number): Phrase =>
    phrase`Measured on the days after ${f.day(since)}, up to ${f.day(until)}, with nothing but what was known before: of ${figure(f.count(customers, nouns.customer))}, ${figure(f.whole(again))} bought again (${f.share(again / customers)}).`,
  model: (better: boolean, lift: number, naiveLift: number): Phrase =>
    better
      ? phrase`The tenth that was the likeliest to buy did so ${figure(f.fixed(lift, 2))} times as often as the average; by the days since the last purchase alone, ${figure(f.fixed(naiveLift, 2))} times.`
      : phrase`The model does not beat the days since the last purchase alone by more than chance would, so the probabilities are by these. The likeliest tenth bought ${figure(f.fixed(naiveLift, 2))} times as often as the average, by the model ${figure(f.fixed(lift, 2))} times.`,
  rule: (lift: number): Phrase =>
    phrase`There are too few customers for the coefficients of the model, so the probabilities are by the days since the last purchase alone. The likeliest tenth bought ${figure(f.fixed(lift, 2))} times as often as the average.`,
  ruleScores: (brier: number, constant: number, p: number, auc: number): Phrase =>
    phrase`Brier score ${f.fixed(brier, 4)}, with one rate for everybody ${f.fixed(constant, 4)} (p ${p < 0.001 ? '' : '= '}${probability(f, p)}); area under the ROC curve ${f.fixed(auc, 3)}.`,
  scores: (brier: number, naiveBrier: number, constant: number, p: number, auc: number, naiveAuc: number): Phrase =>
    phrase`Brier score ${f.fixed(brier, 4)}, by recency alone ${f.fixed(naiveBrier, 4)} (p ${p < 0.001 ? '' : '= '}${probability(f, p)}), with one rate for everybody ${f.fixed(constant, 4)}; area under the ROC curve ${f.fixed(auc, 3)} by the model, ${f.fixed(naiveAuc, 3)} by recency alone.`,
  calibration: (foretold: number, again: number, p: number | null): Phrase =>
    phrase`In all, ${figure(f.whole(foretold))} of them were foretold to buy again, and ${figure(f.whole(again))} did${p === null ? '' : phrase` (Hosmer–Lemeshow test over the tenths: p ${p < 0.001 ? '' : '= '}${probability(f, p)}): ${calibrationVerdict(p)}`}.`,
  unforetold: (customers: number): Phrase =>
    phrase`${figure(f.count(customers, nouns.customer))} had no value that the model can take, and count with the rate of the window before.`,
  seasons: phrase`The days to come are foretold from that window: what a season brings or takes besides is not in it.`,
  found: 'How many of them were found',
  foundSentence: (share: number): Phrase =>
    phrase`Taking the likeliest first, half of those who bought again are among the first ${figure(f.share(share))}.`,
  taken: 'Share of customers taken',
  gain: 'Share of those who bought again',
  byModel: 'model',
  byRule: 'recency alone',
  byChance: 'chance',
  tenth: 'Tenth',
  customers: 'Customers',
  foretold: 'Foretold',
  seen: 'Bought again',
  lift: 'Lift',
  otherLift: (byModel: boolean): string => (byModel ? 'Lift, recency alone' : 'Lift, model'),
  segments: 'By segment',
  segmentsSentence: (days: number, after: string | null): Phrase =>
    phrase`Customers who have not lapsed, by their probability to buy again ${coming(f, days, after)}. At stake is what they have spent so far, weighted by the probability that they do not. Each customer’s probability is in the column repurchase_probability of the CSV files.`,
  segment: 'Segment',
  noSegment: 'No segment',
  again: 'Expected to buy again',
  atStake: 'At stake',
});
