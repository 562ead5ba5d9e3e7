import { evenPlace, middleOf } from './place.ts';
import type { RfmCut } from './fitted.ts';

interface Edge {
  readonly value: number;
  /** The last of the quantiles, from 0, that have this value. */
  readonly last: number;
}

/** Quantiles that fall together are one edge. */
const edgesOf = (quantiles: readonly number[]): Edge[] =>
  quantiles.map((value, last) => ({ value, last })).filter(({ value, last }) => value !== quantiles[last + 1]);

const inner = (edges: readonly Edge[]): number[] => edges.slice(1, -1).map(({ value }) => value);

/** Bins 1 … count become scores 1 … count, from the worst, and spread evenly. */
function evenScores(count: number, lowIsBest: boolean): Pick<RfmCut, 'scores' | 'places'> {
  const scores = Array.from({ length: count }, (_, i) => (lowIsBest ? count - i : i + 1));
  return { scores, places: scores.map((score) => evenPlace(score, count)) };
}

/**
 * The cut of all customers at quantiles 0, 1/bins … 1 of their values. Cut-points that fall together are one:
 * `pandas.qcut(values, bins, duplicates='drop')`.
 */
export function cutAtQuantiles(quantiles: readonly number[], customers: number, lowIsBest: boolean): RfmCut {
  const edges = edgesOf(quantiles);
  const count = Math.max(edges.length - 1, 1);
  const ends = { low: quantiles[0]!, high: quantiles.at(-1)! };
  return { within: [], customers, ...ends, cutPoints: inner(edges), ...evenScores(count, lowIsBest) };
}

/** The cut of all customers at points that the user gave. */
export function cutAtPoints(
  cutPoints: readonly number[],
  ends: Pick<RfmCut, 'low' | 'high' | 'customers'>,
  lowIsBest: boolean,
): RfmCut {
  return { within: [], ...ends, cutPoints, ...evenScores(cutPoints.length + 1, lowIsBest) };
}

/**
 * The cut of the customers of one cell at their own quantiles. Cells have different numbers of bins, so that counting them
 * would not compare: each bin takes the middle of the quantile bins that fell together in it (`middleOf`), on the scale of 1
 * to bins that all cells share.
 */
export function cutWithin(within: readonly number[], quantiles: readonly number[], customers: number): RfmCut {
  const bins = quantiles.length - 1;
  const edges = edgesOf(quantiles);
  const lasts = edges.length === 1 ? [bins] : edges.slice(1).map(({ last }) => last);
  const middles = lasts.map((last, i) => middleOf((lasts[i - 1] ?? 0) + 1, last, bins));
  return {
    within,
    customers,
    low: quantiles[0]!,
    high: quantiles.at(-1)!,
    cutPoints: inner(edges),
    scores: middles.map(({ score }) => score),
    places: middles.map(({ place }) => place),
  };
}
