import { wholeOf } from './words.ts';

/** A segment as words are made from it. */
export interface SegmentProfile {
  /** Its code: `s1`. */
  readonly segment: string;
  readonly customers: number;
  readonly features: readonly FeatureLevel[];
  /** What the segment has of what all segments together have; null: not known, or not worth telling, as of a loss. */
  readonly shares: SegmentShares | null;
}

/** Parts of one; may be negative, or above 1 where others are negative. */
export interface SegmentShares {
  readonly netRevenue: number | null;
  readonly profit: number | null;
}

/** Where a segment stands on a feature. */
export interface FeatureLevel {
  readonly feature: string;
  /** How far it is above (or below) all others: Cohen's d. */
  readonly effect: number;
  /** The mean in the segment, and of all customers with a segment, in the unit of the feature. */
  readonly mean: number;
  readonly base: number;
  /** Likewise its medians; left out: not known. */
  readonly medians?: { readonly own: number; readonly base: number };
  /** In the middle: how wide it is, as `middleOf` tells; null: it is not. */
  readonly middle: number | null;
}

/** A segment with its words. */
export interface NamedSegment {
  readonly segment: string;
  /** Short, and different from those of the other segments: `Frequent, recent, high spend`. */
  readonly name: string;
  readonly customers: number;
  /** A sentence or two: size, what it brings, and what sets the segment apart. */
  readonly description: string;
  /** The name that was made of its features; another than `name` where people gave it one. */
  readonly automaticName: string;
}

/** From how large an effect on a difference is small, medium, large (Cohen 1988) and very large (Sawilowsky 2009). */
export const benchmarks = { small: 0.2, medium: 0.5, large: 0.8, veryLarge: 1.2 } as const;

/** In the middle, a segment has less than this part of the standard deviation of all customers. */
const narrow = 0.5;

/** What tells whether a segment is in the middle of a feature. Null: not known. */
export interface MiddleFigures {
  /** Of the segment, and of all customers with a segment, in one unit. */
  readonly median: number | null;
  readonly baseLowerQuartile: number | null;
  readonly baseUpperQuartile: number | null;
  /** Likewise, in one unit. */
  readonly sd: number | null;
  readonly baseSd: number | null;
}

/**
 * Where a segment is in the middle of a feature, how wide it is, 0 … 0.5: its standard deviation in those of all customers. It is in the middle
 * where its effect is not even small, its median lies between the quartiles of all, and it is less than half as wide as they are. Null: it is not.
 */
export function middleOf(effect: number, figures: MiddleFigures): number | null {
  const { median, baseLowerQuartile: lower, baseUpperQuartile: upper, sd, baseSd } = figures;
  if (median === null || lower === null || upper === null || sd === null || baseSd === null) return null;
  const isInside = Math.abs(effect) < benchmarks.small && lower < median && median < upper;
  return isInside && sd < narrow * baseSd ? sd / baseSd : null;
}

/** The features that a segment is in the middle of, the narrowest first; equal ones by name. */
export const inTheMiddle = (features: readonly FeatureLevel[]): FeatureLevel[] =>
  features
    .filter(({ middle }) => middle !== null)
    .sort((a, b) => a.middle! - b.middle! || (a.feature < b.feature ? -1 : Number(a.feature > b.feature)));

/** Features by how far the segment stands apart; equal ones by name. */
export const byEffect = (features: readonly FeatureLevel[]): FeatureLevel[] =>
  [...features].sort(
    (a, b) => Math.abs(b.effect) - Math.abs(a.effect) || (a.feature < b.feature ? -1 : Number(a.feature > b.feature)),
  );

/** Leaves out what follows from the rest: who buys by phone buys rarely by web. */
export function withoutConsequences(ordered: readonly FeatureLevel[]): FeatureLevel[] {
  const high = new Set(ordered.filter(({ effect }) => effect > 0).map(({ feature }) => wholeOf(feature)));
  return ordered.filter(({ feature, effect }) => {
    const whole = wholeOf(feature);
    return effect > 0 || whole === null || !high.has(whole);
  });
}
