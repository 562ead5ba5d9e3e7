import type { RowNoun } from '../../text/en/words.ts';
import type { KChoice } from '../data/choice.ts';

/** A segment of the page. */
export interface PageSegment {
  readonly segment: string;
  /** Short words on what sets it apart. */
  readonly name: string;
  readonly rows: number;
  readonly meanDistance: number;
  readonly farthest: number;
  /** Of the sample that k was chosen on; null: k was given. */
  readonly silhouette: number | null;
  readonly jaccard: number | null;
}

/** A feature: its value over all rows, and by segment, in the order of the segments. */
export interface PageFeature {
  readonly feature: string;
  /** What its values are of: without a logarithm, since they are brought back. */
  readonly label: string;
  readonly weight: number;
  readonly typical: number;
  /** `effect`: Cohen’s d against all other segments; null: it has none. */
  readonly cells: readonly { readonly typical: number; readonly z: number; readonly effect: number | null }[];
}

/** Everything that the page of one k-means shows, as plain data. */
export interface KmeansPage {
  /** The file or release it was fitted on. */
  readonly subject: string;
  readonly noun: RowNoun;
  /** `2026-11-20`; null: the data are of no day. */
  readonly asOf: string | null;
  readonly rows: number;
  readonly explained: number;
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  readonly converged: boolean;
  readonly iterations: number;
  readonly segments: readonly PageSegment[];
  readonly features: readonly PageFeature[];
  /** Null: k was given. */
  readonly choice: KChoice | null;
  /** Sentences on what a reader should know. */
  readonly notes: readonly string[];
  readonly version: string;
}
