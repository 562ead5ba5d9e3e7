import type { RfmOptions } from './options.ts';

/** The three measures, in the order they are nested. */
export const rfmMeasures = ['recency', 'frequency', 'monetary'] as const;

/** One of the three measures. */
export type RfmMeasure = (typeof rfmMeasures)[number];

/** The column that a measure is read from. */
export const rfmColumns = { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary' } as const;

/**
 * How the values of a measure become scores among some customers. Bin i holds values above cut-point i − 1 up to and
 * including cut-point i; the first and the last bin are open.
 */
export interface RfmCut {
  /** Among whom: a recency score, then a frequency score; empty: all customers. */
  readonly within: readonly number[];
  /** How many they were at the fit. */
  readonly customers: number;
  /** The lowest value at the fit. */
  readonly low: number;
  /** The highest one. */
  readonly high: number;
  /** Ascending; one fewer than there are bins. */
  readonly cutPoints: readonly number[];
  /** The score of each bin, from the lowest values up. */
  readonly scores: readonly number[];
  /** The place of each of these scores between the worst, 0, and the best, `placeUnit`. */
  readonly places: readonly number[];
}

/** A measure and its cuts: one of all customers, or one of every group that had customers at the fit. */
export interface RfmScale {
  readonly column: string;
  readonly cuts: readonly RfmCut[];
}

/** The scales of the three measures. */
export type RfmScales = Readonly<Record<RfmMeasure, RfmScale>>;

/** Fitted RFM scores: plain, frozen, JSON-safe. */
export interface FittedRfm {
  readonly model: 'rfm';
  /** The as-of day of the cut-points; earlier than that of the scores where they are reused. */
  readonly asOf: string;
  readonly options: RfmOptions;
  readonly relation: string;
  readonly key: string;
  readonly customers: number;
  readonly scales: RfmScales;
}
