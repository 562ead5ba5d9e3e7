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
