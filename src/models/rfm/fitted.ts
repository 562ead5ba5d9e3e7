import type { RfmOptions } from './options.ts';

/** The three measures, by the column they are read from. */
export const rfmMeasures = ['recency', 'frequency', 'monetary'] as const;

/** One of the three measures. */
export type RfmMeasure = (typeof rfmMeasures)[number];

/** The cut-points of a measure. */
export interface RfmScale {
  readonly column: string;
  /**
   * The lowest value, the cut-points, the highest value: bin i holds values above edge i − 1 up to and including edge
   * i.
   */
  readonly edges: readonly number[];
  /** Fewer than asked for where cut-points fell together. */
  readonly bins: number;
  /** The best score is given to the smallest values: recency. */
  readonly lowIsBest: boolean;
}

/** Fitted RFM scores: plain, frozen, JSON-safe. */
export interface FittedRfm {
  readonly model: 'rfm';
  readonly asOf: string;
  readonly options: RfmOptions;
  readonly relation: string;
  readonly key: string;
  readonly customers: number;
  readonly scales: Readonly<Record<RfmMeasure, RfmScale>>;
}
