import { byNumber } from '../../text/segment-code.ts';
import type { Convergence, Dropped } from '../model.ts';
import type { KChoice } from './choice.ts';
import type { FittedKmeans } from './fitted.ts';
import { inEnglish } from '../../text/remark.ts';

/** A segment of the report. */
export interface SegmentRow {
  readonly segment: string;
  readonly customers: number;
  /** Of all customers that were fitted. */
  readonly share: number;
  /** Mean squared distance to the centre: how loose the segment is. */
  readonly spread: number;
}

/** One feature of one segment of the report. */
export interface ProfileRow {
  readonly segment: string;
  readonly feature: string;
  /** In the unit of the column. */
  readonly typical: number;
  /** The same over all customers. */
  readonly base: number;
  /** Standard deviations above (or below) the mean of all customers. */
  readonly z: number;
}

/** A k-means as a report shows it. */
export interface KmeansReport {
  readonly k: number;
  readonly customers: number;
  /** Share of the sum of squares that lies between the segments, 0 … 1. */
  readonly explained: number;
  readonly within: number;
  /** Criteria of all customers; null: it has no value. */
  readonly calinskiHarabasz: number | null;
  readonly daviesBouldin: number | null;
  /** How k was chosen, with the table of every k that was tried; null: k was given. */
  readonly choice: KChoice | null;
  readonly warnings: readonly string[];
  readonly convergence: Convergence;
  readonly orderedBy: string;
  readonly dropped: readonly Dropped[];
  /** Customers without a value, by feature, and what was done. */
  readonly missing: readonly {
    readonly feature: string;
    readonly customers: number;
    readonly rule: 'mean' | 'listwise';
  }[];
  readonly segments: readonly SegmentRow[];
  readonly profile: readonly ProfileRow[];
}

/** The report of a fitted k-means, segments in the order of their names. */
export function describeKmeans(fitted: FittedKmeans): KmeansReport {
  const clusters = [...fitted.clusters].sort(byNumber);
  return {
    k: clusters.length,
    customers: fitted.customers,
    explained: fitted.total === 0 ? 0 : 1 - fitted.within / fitted.total,
    within: fitted.within,
    calinskiHarabasz: fitted.calinskiHarabasz,
    daviesBouldin: fitted.daviesBouldin,
    choice: fitted.choice,
    warnings: inEnglish(fitted.warnings),
    convergence: fitted.convergence,
    orderedBy: fitted.orderedBy,
    dropped: fitted.dropped,
    missing: fitted.matrix.columns.flatMap(({ name, missing }) =>
      missing > 0 ? [{ feature: name, customers: missing, rule: fitted.options.missing }] : [],
    ),
    segments: clusters.map(({ segment, customers, within }) => ({
      segment,
      customers,
      share: customers / fitted.customers,
      spread: customers === 0 ? 0 : within / customers,
    })),
    profile: clusters.flatMap(({ segment, features }) =>
      features.map(({ feature, typical, z }, j) => ({
        segment,
        feature,
        typical,
        base: fitted.features[j]!.typical,
        z,
      })),
    ),
  };
}
