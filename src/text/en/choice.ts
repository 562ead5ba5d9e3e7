import type { Format } from '../format.ts';
import { figure, phrase, type Phrase } from '../phrase.ts';
import { kLost, type KLost } from './remarks/classes.ts';
import { nouns, rowsOf, type RowNoun } from './words.ts';

/** What the choice of k is told from. */
export interface Chosen {
  readonly from: number;
  readonly to: number;
  readonly chosen: number;
  readonly silhouette: number;
  /** What the rule would choose. */
  readonly ruled: number;
  /** Those that can be chosen. */
  readonly pool: number;
  /** What makes the pool: they can be chosen, are large enough at least, or are all there are. */
  readonly among: 'admissible' | 'large' | 'all';
  /** Share that every segment must have. */
  readonly smallest: number;
  readonly noun: RowNoun;
}

/** The number in use against the others. */
export interface Contest {
  readonly incumbent: number;
  readonly needed: number;
  readonly margin: number;
  readonly lost: KLost | null;
  readonly challengers: readonly { readonly k: number; readonly refits: number }[];
}

/** How the number of segments was chosen. */
export const choice = (f: Format) => ({
  title: (k: number): string => `Why ${f.count(k, nouns.segment)}`,
  sentence: (of: Chosen): Phrase => {
    const range = `${f.whole(of.from)} to ${f.whole(of.to)}`;
    const silhouette = figure(f.fixed(of.silhouette, 2));
    const rows = rowsOf[of.noun];
    if (of.chosen !== of.ruled)
      return phrase`Of ${range} segments, ${figure(f.whole(of.chosen))} are kept, with a silhouette of ${silhouette}. Chosen afresh by the rule, it would be ${figure(f.whole(of.ruled))}.`;
    const least = f.share(of.smallest);
    switch (of.among) {
      case 'admissible':
        return of.pool === 1
          ? phrase`${figure(f.whole(of.chosen))} is the only number from ${range} whose segments are all stable and hold at least ${least} of the ${rows}.`
          : phrase`Of the ${f.whole(of.pool)} numbers from ${range} whose segments are all stable and hold at least ${least} of the ${rows}, ${figure(f.whole(of.chosen))} separates the ${rows} best: its mean silhouette is ${silhouette}.`;
      case 'large':
        return phrase`No number from ${range} gives segments that are all stable when the ${rows} are drawn again, so take them as a rough division. ${figure(f.whole(of.chosen))} separates the ${rows} best: its mean silhouette is ${silhouette}.`;
      case 'all':
        return phrase`Every number from ${range} has a segment with less than ${least} of the ${rows}. ${figure(f.whole(of.chosen))} separates them best: its mean silhouette is ${silhouette}.`;
    }
  },
  /** What became of the number in use; null: nothing did. */
  contest: (
    chosen: number,
    ruled: number,
    { incumbent, needed, margin, lost, challengers }: Contest,
  ): Phrase | null => {
    if (lost !== null) return phrase`Before, there were ${figure(f.whole(incumbent))}: that number ${kLost(lost)}.`;
    if (chosen !== incumbent)
      return phrase`It follows ${figure(f.whole(incumbent))}: it was better in ${f.whole(needed)} refits in a row.`;
    const told = challengers.map(({ k, refits }) => `${f.whole(k)} was better in ${f.whole(refits)}`);
    const takes = `${f.whole(needed)} refits in a row`;
    if (told.length > 0) return phrase`Another number follows after ${takes}; so far, ${f.list(told)}.`;
    return ruled === chosen
      ? null
      : phrase`Another number follows when its silhouette is larger by ${f.number(margin, 3)} in ${takes}.`;
  },
  sample: (sample: number, noun: RowNoun): Phrase =>
    phrase`All criteria are of a sample of ${f.count(sample, nouns[noun])}, with segments made there; those of all ${rowsOf[noun]} may differ a little.`,
  rule: (rule: string): Phrase => phrase`The rule: ${rule}. The other criteria are shown and do not vote.`,
  axis: 'Number of segments (k)',
  k: 'k',
  criteria: {
    silhouette: 'Silhouette (decides)',
    rand: 'Adjusted Rand index',
    jaccard: 'Least Jaccard',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin (low is good)',
    gap: 'Gap, with its error',
  },
  columns: {
    silhouette: 'Silhouette',
    rand: 'Adjusted Rand',
    jaccard: 'Least Jaccard',
    calinskiHarabasz: 'Caliński–Harabasz',
    daviesBouldin: 'Davies–Bouldin',
    gap: 'Gap ± error',
  },
  gap: (gap: number, error: number): string => `${f.fixed(gap, 3)} ± ${f.fixed(error, 3)}`,
  smallest: 'Smallest segment',
  verdict: 'Can it be chosen?',
  admissible: 'yes',
  chosen: 'chosen',
  small: 'no: a segment is too small',
  unstable: 'no: not stable',
  both: 'no: not stable, and a segment is too small',
  legend: {
    admissible: 'can be chosen',
    not: 'cannot: not stable, or a segment too small',
    chosen: 'the number chosen',
  },
});
