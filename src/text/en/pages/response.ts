import type { Format } from '../../format.ts';
import { figure, named, phrase, type Phrase } from '../../phrase.ts';
import { responseTerms } from './class-terms.ts';
import { calibrationVerdict } from '../calibration.ts';
import { probability } from '../discriminant.ts';
import { nouns, rowsOf, type RowNoun } from '../words.ts';

/** How well one of two classes is found. */
export const response = (f: Format) => ({
  title: (name: string): string => `Finding ${name}`,
  finding: (share: number, gain: number, lift: number, name: string, judgedOn: string, noun: RowNoun): Phrase =>
    phrase`The ${figure(f.share(share))} of the ${rowsOf[noun]} that are the most likely ${named(name)} hold ${figure(f.share(gain, 1))} of all that are, ${figure(f.number(lift, 2))} times what chance would bring. Judged on ${judgedOn}.`,
  aucTile: 'Area under the ROC curve',
  aucNote: (error: number): string => `standard error ${f.fixed(error, 4)}`,
  ksTile: 'Kolmogorov–Smirnov',
  ksNote: (score: number): string => `at a probability of ${f.fixed(score, 4)}`,
  brierTile: 'Brier score',
  brierNote: (rate: number): string => `knowing nothing: ${f.fixed(rate * (1 - rate), 4)}`,
  rateTile: 'Share of hits',
  gains: 'Gains',
  gainsSentence: (half: number): Phrase =>
    phrase`The share of all hits found by taking so many, the most likely first; half of them are in the first ${figure(f.share(half))}. The straight line is chance, the dashed one a perfect order.`,
  figures: 'The figures of this chart',
  taken: 'Share taken',
  found: 'Share of hits found',
  model: 'this model',
  chanceLine: 'chance',
  perfect: 'perfect order',
  lift: 'Lift by tenth',
  decile: 'Tenth',
  count: 'Number',
  hits: 'Hits',
  rate: 'Rate',
  liftColumn: 'Lift',
  cumulativeGain: 'Gain, cumulative',
  cumulativeLift: 'Lift, cumulative',
  expected: 'Foretold rate',
  leastScore: 'Least probability',
  profit: 'Profit',
  cumulativeProfit: 'Profit up to here',
  roc: 'ROC curve',
  rocSentence: (auc: number): Phrase =>
    phrase`Share of hits against share of others, at every cut-off. In ${figure(f.share(auc, 1))} of all pairs of a hit and another, the hit has the higher probability.`,
  falseHits: 'Share of others taken',
  calibration: 'Calibration',
  calibrationSentence: (
    test: { readonly chiSquare: number; readonly df: number; readonly p: number } | null,
  ): Phrase =>
    test === null
      ? phrase`The rate of hits in each tenth against the rate foretold; on the line they agree.`
      : phrase`The rate of hits in each tenth against the rate foretold; on the line they agree. Hosmer–Lemeshow χ² = ${f.fixed(test.chiSquare, 2)} (p ${test.p < 0.001 ? '' : '= '}${probability(f, test.p)}): ${calibrationVerdict(test.p)}.`,
  tenth: 'a tenth of the rows',
  agreement: 'agreement',
  foretold: 'Rate foretold',
  observed: 'Rate seen',
  profitChart: 'Profit by cut-off',
  profitSentence: (
    cut: { readonly score: number | null; readonly rows: number; readonly hits: number; readonly profit: number },
    noun: RowNoun,
  ): Phrase =>
    cut.score === null
      ? phrase`Taking nobody is best: no group brings more than it costs.`
      : phrase`The best cut-off is a probability of ${figure(f.fixed(cut.score, 4))}: ${f.count(cut.rows, nouns[noun])} taken, ${f.whole(cut.hits)} of them hits, a profit of ${figure(f.number(cut.profit, 2))}.`,
  stakes: (cost: number, benefit: number): Phrase =>
    phrase`Each one taken costs ${f.number(cost, 2)}; a hit brings ${f.number(benefit, 2)}.`,
  best: 'best cut-off',
  definitions: responseTerms,
});
