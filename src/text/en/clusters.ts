import type { Format, PluralForms } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

/** What a row of the data is. */
export type RowNoun = 'row' | 'customer';

/** The page of one k-means. */
export const clusters = (f: Format) => ({
  documentTitle: (subject: string): string => `${subject}: segments by k-means`,
  headline: (rows: number, noun: RowNoun, k: number): string =>
    `${f.count(rows, nouns[noun])} in ${f.count(k, nouns.segment)}`,
  eyebrow: (subject: string, asOf: string | null): Phrase =>
    asOf === null ? phrase`${named(subject)} · k-means` : phrase`${named(subject)} · k-means · as of ${f.day(asOf)}`,
  skip: 'Skip to the segments',
  glance: 'At a glance',
  explained: 'Explained',
  explainedNote: 'of the differences between rows lies between the segments',
  smallest: 'Smallest segment',
  largest: 'Largest segment',
  calinskiHarabasz: 'Caliński–Harabasz',
  daviesBouldin: 'Davies–Bouldin',
  segments: 'Segments',
  finding: (explained: number, converged: boolean, iterations: number): Phrase => {
    const passes: PluralForms = { one: 'pass', other: 'passes' };
    return converged
      ? phrase`The segments explain ${figure(f.share(explained, 1))} of the sum of squares; the search ended after ${f.count(iterations, passes)}, when no centre moved any more.`
      : phrase`The segments explain ${figure(f.share(explained, 1))} of the sum of squares, but the search had not ended after ${f.count(iterations, passes)}: take them as provisional.`;
  },
  segment: 'Segment',
  name: 'Name',
  rows: { row: 'Rows', customer: 'Customers' } as Readonly<Record<RowNoun, string>>,
  share: 'Share',
  meanDistance: 'Mean distance',
  farthest: 'Farthest',
  silhouette: 'Silhouette',
  jaccard: 'Found again',
  away: (feature: string, z: number): string => `${feature} ${z < 0 ? '−' : '+'}${f.fixed(Math.abs(z), 2)}`,
  fingerprint: (name: string): Phrase =>
    phrase`How the segment ${named(name)} differs from all, in standard deviations.`,
  centres: 'Centres',
  centresSentence: phrase`A typical value of each feature, and below it how many standard deviations the segment lies from the mean of all.`,
  feature: 'Feature',
  weight: 'Weight',
  everyone: 'All',
  choice: 'The number of segments',
  choiceSentence: (k: number, sample: number, noun: RowNoun, admissible: boolean): Phrase =>
    admissible
      ? phrase`${figure(f.count(k, nouns.segment))} have the largest silhouette among those that are stable and large enough, judged on ${f.count(sample, nouns[noun])}.`
      : phrase`No number of segments was both stable and large enough; ${figure(f.count(k, nouns.segment))} are the best of the others, judged on ${f.count(sample, nouns[noun])}.`,
  rule: (rule: string, smallest: number): Phrase =>
    phrase`The rule: ${rule}. The smallest share is ${f.share(smallest, 1)}.`,
  gap: 'Gap',
  rand: 'Rand',
  least: 'Least found again',
  verdict: 'Verdict',
  chosen: 'chosen',
  unstable: 'unstable',
  small: 'a segment too small',
  notes: 'What to know',
  terms: 'Definitions',
  definitions: [
    [
      'Segment',
      'The rows that are nearest to one centre, their mean. Found by k-means, which makes the sum of squared distances to the centres as small as it can.',
    ],
    [
      'Distance',
      'Root of the sum of squared differences over the features, each in its standard deviations where they are standardised, times its weight.',
    ],
    [
      'Explained',
      'The part of the sum of squares that lies between the centres: 1 less the sum within the segments divided by the sum about the mean of all.',
    ],
    [
      'Silhouette',
      'How much nearer a row is to its own segment than to the next: 1 is far apart, 0 on the border, below 0 in the wrong one (Rousseeuw 1987).',
    ],
    ['Caliński–Harabasz', 'Variance between the segments over variance within them; larger is better (1974).'],
    ['Davies–Bouldin', 'Mean likeness of each segment to the one most like it; smaller is better (1979).'],
    [
      'Gap',
      'How much smaller the sum of squares is than in data without segments, in logarithms, with its standard error (Tibshirani, Walther and Hastie 2001).',
    ],
    [
      'Rand',
      'How well segments of resampled rows agree with these: the adjusted Rand index, in the middle; 1 is the same every time (Hubert and Arabie 1985).',
    ],
    [
      'Found again',
      'How much of a segment is found again in resamples, Jaccard similarity from 0 to 1; from 0.75 on it is stable (Hennig 2007).',
    ],
  ] as readonly (readonly [string, string])[],
  footer: (version: string): Phrase =>
    phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
});
