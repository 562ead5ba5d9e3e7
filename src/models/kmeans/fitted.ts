import type { FeatureMatrix } from '../matrix.ts';
import type { Convergence, Dropped } from '../model.ts';
import type { KChoice } from './choice.ts';
import type { KmeansFitOptions } from './options.ts';
import type { Position, Space } from './space.ts';
import type { Remark } from '../../text/remark.ts';

/**
 * A feature of the fit over all its customers, or one level of a text or yes/no feature, `gender=female`: its mean is the
 * share of customers with that level. Figures are of the transformed values: of log1p(x) where that was asked
 * for.
 */
export interface KmeansFeature {
  readonly feature: string;
  readonly mean: number;
  /** Standard deviation, divisor n. */
  readonly sd: number;
  /** The mean taken back to the unit of the column: with log1p e^mean − 1, near the median of a skewed column. */
  readonly typical: number;
  /** Of its squared differences; all columns of a coded feature have that of the feature. */
  readonly weight: number;
}

/**
 * A feature of one cluster: its mean, the same in standard deviations from the mean of all, and taken back to the unit
 * of the column.
 */
export interface ClusterFeature {
  readonly feature: string;
  readonly mean: number;
  readonly z: number;
  readonly typical: number;
}

/** One cluster. */
export interface KmeansCluster {
  /** `s1` … `sk`. */
  readonly segment: string;
  readonly customers: number;
  /** What rows are assigned to and measured from: the mean of its customers, unless the search was stopped before it came to rest. */
  readonly centre: Position;
  /** Sum of squared distances to the centre. */
  readonly within: number;
  /** Distance of its customers to the centre: the mean, and the largest. */
  readonly meanDistance: number;
  readonly farthest: number;
  readonly features: readonly ClusterFeature[];
}

/** What became of a segment when the model was fitted again. Shares are of the customers who are there on both days. */
export interface SegmentChange {
  readonly segment: string;
  readonly event: 'kept' | 'merged' | 'retired' | 'emptied' | 'split' | 'new' | 'fresh';
  /** Merged: where most of its customers are now; split: where most of them were. */
  readonly other: string | null;
  /** Kept: common customers by all of either (Jaccard); merged, split: the share of its customers. */
  readonly share: number | null;
}

/** A fitted k-means: plain, frozen, JSON-safe. */
export interface FittedKmeans {
  readonly model: 'kmeans';
  readonly asOf: string;
  readonly options: KmeansFitOptions;
  readonly matrix: FeatureMatrix;
  /** What distances are measured in: one unit is a standard deviation where standardised and of weight 1. */
  readonly space: Space;
  readonly features: readonly KmeansFeature[];
  readonly dropped: readonly Dropped[];
  readonly customers: number;
  /** Sum of squared distances to the mean of all, and to the own centres. */
  readonly total: number;
  readonly within: number;
  /** What the segments are numbered by: s1 has the most of it. */
  readonly orderedBy: 'mean monetary' | 'customers';
  /** In the order that decides ties of distance, not that of their names. */
  readonly clusters: readonly KmeansCluster[];
  /** Of all customers: Caliński & Harabasz (1974), Davies & Bouldin (1979). Null: it has no value. */
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  /** How k was chosen; null: it was given. */
  readonly choice: KChoice | null;
  /** What became of the segments of the model before, and where new ones come from; empty: there was none. */
  readonly changes: readonly SegmentChange[];
  /** Sentences on what a reader of the segments should know. */
  readonly warnings: readonly Remark[];
  readonly convergence: Convergence;
}
