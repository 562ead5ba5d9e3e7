import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** A probability as people write it: never as zero. */
export const probability = (f: Format, p: number): string => (p < 0.001 ? `<${f.fixed(0.001, 3)}` : f.fixed(p, 3));

/** Models that say which segment somebody belongs to. */
const assigners = { discriminant: 'discriminant analysis', tree: 'classification tree' } as const;

type Assigner = keyof typeof assigners;

/** How many are put into their own segment: of all, and of those measured where these are not all. */
interface Hits {
  readonly share: number;
  readonly known: { readonly measured: number; readonly share: number } | null;
}

const hitsOf = (f: Format, { share, known }: Hits): Phrase =>
  phrase`${figure(f.share(share, 1))}${known === null ? '' : ` (${f.share(known.share, 1)} of the ${f.whole(known.measured)} whose attributes are known)`}`;

/** What tells the segments apart. */
export const discriminant = (f: Format) => ({
  none: phrase`No discriminant analysis was made: the pipeline has no such step, or there were no segments to tell apart.`,
  /** The hit ratio never stands without what guessing would reach. */
  finding: (hit: number, maximum: number, proportional: number): Phrase =>
    phrase`From their attributes alone, ${figure(f.share(hit, 1))} of the customers would be put into their own segment. Putting everyone into the largest segment would reach ${figure(f.share(maximum, 1))}, guessing by the sizes of the segments ${figure(f.share(proportional, 1))}.`,
  /** `assigns`: where prospects belong is said by this analysis. */
  notSignificant: (p: number, assigns: boolean): Phrase =>
    phrase` The segments do not differ in these attributes by more than chance would bring (p = ${probability(f, p)}): read nothing into what ${assigns ? 'follows, and do not act on where prospects seem to belong' : 'it tells'}.`,
  notBetter: (assigns: boolean): Phrase =>
    phrase` That is no better than putting everyone into the largest segment${assigns ? ': take where prospects seem to belong as a guess' : ''}.`,
  tiles: {
    wilks: 'Wilks’ λ',
    explained: (lambda: number): string => `${f.share(1 - lambda)} of the variation lies between segments`,
    hit: 'Hit ratio',
    hitNote: (customers: number, folds: number | null): string =>
      `of ${f.count(customers, nouns.customer)}, each judged by a fit without them (${folds === null ? 'one left out at a time' : `${f.whole(folds)} parts`})`,
    maximum: 'Maximum chance',
    maximumNote: 'right if everyone were put into the largest segment',
    proportional: 'Proportional chance',
    proportionalNote: 'right if guessed by the sizes of the segments',
    significance: 'Significance (p)',
    test: (statistic: number, df1: number, df2: number): string =>
      `F = ${f.fixed(statistic, 2)} with ${f.number(df1)} and ${f.number(df2)} degrees of freedom`,
  },
  p: (p: number): string => probability(f, p),
  map: 'Segments on the first two functions',
  mapOne: 'Segments on the discriminant function',
  mapSentence: (first: string, second: string | null): Phrase =>
    second === null
      ? phrase`Segments that lie apart differ in their attributes. The function goes mostly with ${named(first)}.`
      : first === second
        ? phrase`Segments that lie apart differ in their attributes. Both functions go mostly with ${named(first)}.`
        : phrase`Segments that lie apart differ in their attributes. The first function goes mostly with ${named(first)}, the second with ${named(second)}.`,
  axis: (number: number, share: number): string => `Function ${f.whole(number)} (${f.share(share)} of separation)`,
  segment: 'Segment',
  functionName: (number: number): string => `Function ${f.whole(number)}`,
  functions: 'Canonical functions',
  functionsSentence: (useful: number, all: number): Phrase =>
    all === 1
      ? phrase`One function tells the segments apart${useful === 0 ? ', but no better than chance would' : ''}.`
      : phrase`${figure(f.whole(useful))} of ${figure(f.count(all, nouns.canonicalFunction))} separate the segments better than chance would (p below 0.05).`,
  functionColumn: 'Function',
  eigenvalue: 'Eigenvalue',
  share: 'Share of separation',
  correlation: 'Canonical correlation',
  wilks: 'Wilks’ λ of it and the rest',
  significance: 'p',
  detail: 'The analysis in detail: which attributes matter, own and likeliest segment, canonical functions',
  structure: 'Which attributes matter',
  structureSentence: (name: string, loading: number): Phrase =>
    phrase`Correlation of each attribute with each function within segments. The closest is ${named(name)}, with ${figure(f.fixed(loading, 2))} on the first.`,
  more: (count: number, below: number): Phrase =>
    phrase`${f.count(count, nouns.predictor)} more, with at most ${f.fixed(below, 2)} either way, ${count === 1 ? 'is' : 'are'} not shown.`,
  predictor: 'Attribute',
  table: 'Own and likeliest segment',
  tableSentence: (name: string, share: number, everyone: number): Phrase =>
    phrase`Of the customers of each segment (rows), the share that their attributes put into each (columns). The segment ${named(name)} stands out most from all: it gets ${figure(f.share(share))} of its own customers, and ${figure(f.share(everyone))} of all, the widest gap.`,
  own: 'Own segment',
  prospects: 'Where prospects belong',
  prospectsSentence: (count: number, name: string, share: number): Phrase =>
    phrase`${figure(f.count(count, nouns.prospect))} could be assigned by their attributes; most, ${figure(f.share(share))}, to the segment ${named(name)}.`,
  prospectsGuess: (count: number, measured: boolean): Phrase =>
    phrase`${figure(f.count(count, nouns.prospect))} could be assigned by their attributes, but ${measured ? 'no better than by chance' : 'how often that is right was not measured'}.`,
  /** Which model assigns prospects, and how often it is right with customers left out of its fit; null: not measured. */
  prospectModel: (model: Assigner, customers: number, hits: Hits | null): Phrase =>
    hits === null
      ? phrase` The ${assigners[model]} says so.`
      : phrase` The ${assigners[model]} says so: of the ${f.count(customers, nouns.customer)} with a segment, each left out of its fit, it puts ${hitsOf(f, hits)} into their own.`,
  otherModel: (model: Assigner, hits: Hits | null): Phrase =>
    hits === null
      ? phrase` The ${assigners[model]} was not measured.`
      : phrase` The ${assigners[model]} puts ${hitsOf(f, hits)} there.`,
  noProspects: phrase`No prospect could be assigned: there is none, or their attributes are unknown.`,
  assigned: 'Prospects',
  assignedShare: 'Share',
  meanProbability: 'Mean probability',
});
