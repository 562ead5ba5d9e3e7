import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { whyNobodyRanked, type WhyNobodyRanked } from './remarks/buying.ts';
import { nouns } from './words.ts';

/** Who resembles the best. */
export const lookalikes = (f: Format) => ({
  none: phrase`Nobody is ranked by likeness to the best customers: the pipeline has no lookalike step.`,
  nobody: (why: WhyNobodyRanked): Phrase =>
    phrase`Nobody is ranked by likeness to the best customers: ${whyNobodyRanked(f)(why)}.`,
  profitable: (seeds: number): Phrase => phrase`the ${f.count(seeds, nouns.customer)} with the highest profit`,
  ofSegment: (name: string, seeds: number): Phrase =>
    phrase`the segment ${named(name)} (${f.count(seeds, nouns.customer)})`,
  finding: (ranked: number, whom: Phrase, lift: number): Phrase =>
    phrase`${figure(f.count(ranked, nouns.prospect))}, by likeness to ${whom}: tested on buyers, the first tenth holds ${figure(f.fixed(lift, 1))} times as many of them as a random choice.`,
  found: 'How many are found among the first',
  liftSentence: (lift: number, low: number, high: number): Phrase =>
    phrase`The tenth ranked first holds ${figure(f.fixed(lift, 2))} times as many as a random choice (${f.share(0.95)} interval ${f.fixed(low, 2)} to ${f.fixed(high, 2)}).`,
  measured: (buyers: number): Phrase =>
    phrase`Tested on ${f.count(buyers, nouns.customer)} in parts, each ranked by a fit to the others. The probability of a prospect is that of a buyer: once they buy. Whether they buy at all it does not say.`,
  threshold: (base: number, others: number): Phrase =>
    phrase`Ranked, and in the file lookalikes.csv, are prospects with a probability of ${f.share(base, 1)} at least: the share of those to be resembled among buyers. ${figure(f.count(others, nouns.prospect))} ${others === 1 ? 'is' : 'are'} less likely than that, and not ranked.`,
  byRank: 'by rank',
  byChance: 'random choice',
  taken: 'Share of buyers taken',
  gain: 'Share of those to be resembled',
  tenth: 'Tenth',
  buyers: 'Buyers',
  seeds: 'To be resembled',
  rate: 'Share',
  lift: 'Lift',
  weights: 'What speaks for it',
  weightsSentence: phrase`How far one standard deviation more of a feature moves the logarithm of the odds, all others as they are. Probability, rank and the strongest reason of each are in the columns lookalike_probability, lookalike_rank and lookalike_reason of the CSV files.`,
  feature: 'Feature',
  weight: 'Weight',
  above: 'above the mean',
  below: 'below the mean',
  not: (value: string): string => `not ${value}`,
});
