import type { Format, PluralForms } from '../../format.ts';
import { figure, named, phrase, type Phrase } from '../../phrase.ts';
import { nouns, type RowNoun } from '../words.ts';

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
  rows: { row: 'Rows', customer: 'Customers' } as Readonly<Record<RowNoun, string>>,
  share: 'Share',
  meanDistance: 'Mean distance',
  farthest: 'Farthest',
  silhouette: 'Silhouette',
  jaccard: 'Found again',
  centres: 'Centres',
  centresSentence: phrase`A typical value of each feature, and below it how many standard deviations the segment lies from the mean of all.`,
  logarithm: 'logarithm in the model, value brought back',
  feature: 'Feature',
  weight: 'Weight',
  everyone: 'All',
  choice: 'The number of segments',
  notes: 'What to know',
  terms: 'Definitions',
  definitions: [
    [
      'segment',
      'Segment',
      'The rows that are nearest to one centre, their mean. Found by k-means, which makes the sum of squared distances to the centres as small as it can.',
    ],
    [
      'distance',
      'Distance',
      'Root of the sum of squared differences over the features, each in its standard deviations where they are standardised, times its weight.',
    ],
    [
      'explained',
      'Explained',
      'The part of the sum of squares that lies between the centres: 1 less the sum within the segments divided by the sum about the mean of all.',
    ],
    [
      'effect_size',
      'Effect size',
      'How far the mean of a segment lies from that of all other rows, in standard deviations within the two (Cohen’s d): 0.2 is small, 0.5 medium, 0.8 large (Cohen 1988); below 0 the segment has less.',
    ],
    [
      'silhouette',
      'Silhouette',
      'How much nearer a row is to its own segment than to the next: 1 is far apart, 0 on the border, below 0 in the wrong one (Rousseeuw 1987).',
    ],
    [
      'calinski_harabasz',
      'Caliński–Harabasz',
      'Variance between the segments over variance within them; larger is better (1974).',
    ],
    [
      'davies_bouldin',
      'Davies–Bouldin',
      'Mean likeness of each segment to the one most like it; smaller is better (1979).',
    ],
    [
      'gap',
      'Gap',
      'How much smaller the sum of squares is than in data without segments, in logarithms, with its standard error (Tibshirani, Walther and Hastie 2001).',
    ],
    [
      'adjusted_rand',
      'Adjusted Rand index',
      'How well segments of resampled rows agree with these: the adjusted Rand index, in the middle; 1 is the same every time (Hubert and Arabie 1985).',
    ],
    [
      'jaccard',
      'Found again',
      'How much of a segment is found again in resamples, Jaccard similarity from 0 to 1; from 0.75 on it is stable (Hennig 2007).',
    ],
    [
      'smallest_share',
      'Smallest segment',
      'The share of the rows in the smallest segment, against the least that one may have.',
    ],
  ] as readonly (readonly [string, string, string])[],
  footer: (version: string): Phrase =>
    phrase`Made by bezero ${version}. This page is complete in itself: it loads nothing and sends nothing.`,
});
