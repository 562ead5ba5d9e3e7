import type { Format } from '../format.ts';
import { figure, named, phrase, type Phrase } from '../phrase.ts';
import { nouns } from './words.ts';

export interface Cell {
  readonly recency: number;
  readonly frequency: number;
}

/** Cells that are named where several hold as many. */
const mostNamed = 3;

function fullestCells(f: Format, customers: number, cells: readonly Cell[]): Phrase {
  const each = figure(f.count(customers, nouns.customer));
  if (cells.length > mostNamed) return phrase`The ${f.whole(cells.length)} fullest cells hold ${each} each`;
  const places = cells.map((cell) => `at recency ${f.whole(cell.recency)} and frequency ${f.whole(cell.frequency)}`);
  return cells.length === 1
    ? phrase`The fullest cell holds ${each}, ${places.join('')}`
    : phrase`The fullest cells hold ${each} each, ${places.join(', and ')}`;
}

/** Recency, frequency, money. */
export const rfm = (f: Format) => ({
  /** Names that RFM segments have where the pipeline gives none, in the language of the reader; the data keep the ones of the keys. */
  names: {} as Readonly<Record<string, string>>,
  none: phrase`No RFM scores were made: the pipeline has no RFM step, or nobody has bought.`,
  finding: (best: number, share: number, lapsed: number): Phrase =>
    phrase`${figure(f.count(best, nouns.customer))} bought lately and often (top scores in both) and bring ${figure(f.share(share))} of the money spent. ${figure(f.count(lapsed, nouns.customer))} score lowest in both.`,
  grid: 'Customers by recency and frequency',
  /** `fullest`: all cells with so many customers. */
  gridSentence: (customers: number, fullest: readonly Cell[]): Phrase =>
    phrase`${fullestCells(f, customers, fullest)}. Stronger is more customers; below the count is what they have spent.`,
  recency: 'Recency score',
  frequency: 'Frequency score',
  latest: 'bought lately',
  often: 'often',
  customers: 'Customers',
  monetary: 'Money spent',
  cutPoints: 'What the scores stand for',
  bestScores: (recency: string, frequency: string, monetary: string): Phrase =>
    phrase`The best scores take a last purchase of ${figure(recency)} days ago, ${figure(frequency)} orders, ${figure(monetary)} spent.`,
  nested: (recency: string): Phrase =>
    phrase`The best recency takes a last purchase of ${figure(recency)} days ago. Orders are scored within each recency score, and money within each pair of both: its cut-points are in the table models.rfm_cut_point.`,
  frozen: (asOf: string): Phrase => phrase` The cut-points are those of ${f.day(asOf)}, used again.`,
  weights: (weights: { recency: number; frequency: number; monetary: number }): Phrase =>
    phrase` In the RFM score, recency counts ${f.number(weights.recency, 4)}, frequency ${f.number(weights.frequency, 4)} and money ${f.number(weights.monetary, 4)}.`,
  score: 'Score',
  measures: { recency: 'Days since last purchase', frequency: 'Orders', monetary: 'Money spent' },
  within: (recency: number): string => `Orders at recency ${f.whole(recency)}`,
  range: (from: number | null, to: number | null, write: (value: number) => string): string => {
    if (from === null) return to === null ? 'all' : `up to ${write(to)}`;
    if (to === null) return `${write(from)} or more`;
    return from === to ? write(from) : `${write(from)} to ${write(to)}`;
  },
  moneyRange: (above: number | null, upTo: number | null, write: (value: number) => string): string => {
    if (above === null) return upTo === null ? 'all' : `up to ${write(upTo)}`;
    return upTo === null ? `more than ${write(above)}` : `${write(above)} to ${write(upTo)}`;
  },
  segments: 'RFM segments',
  segmentsSentence: (name: string, share: number): Phrase =>
    phrase`The scores group into named segments. ${named(name)} brings the most: ${figure(f.share(share))} of net revenue.`,
  segment: 'RFM segment',
  share: 'Share of customers',
  netRevenue: 'Net revenue',
  netRevenueShare: 'Share of net revenue',
});
