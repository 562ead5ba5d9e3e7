/** A segment as words are made from it. */
export interface SegmentProfile {
  /** Its code: `s1`. */
  readonly segment: string;
  readonly customers: number;
  readonly features: readonly FeatureLevel[];
}

/** Where a segment stands on a feature. */
export interface FeatureLevel {
  readonly feature: string;
  /** Standard deviations above (or below) the mean of all customers. */
  readonly z: number;
  /** A typical value in the segment, and among all customers, in the unit of the feature. */
  readonly typical: number;
  readonly base: number;
}

/** A segment with its words. */
export interface NamedSegment {
  readonly segment: string;
  /** Short, and different from those of the other segments: `Frequent, recent, high spend`. */
  readonly name: string;
  readonly customers: number;
  /** One sentence: size, and what sets the segment apart. */
  readonly description: string;
  /** The name that was made of its features; another than `name` where people gave it one. */
  readonly automaticName: string;
}

/** Features by how far the segment stands from the mean; equal ones by name. */
export const byDistance = (features: readonly FeatureLevel[]): FeatureLevel[] =>
  [...features].sort(
    (a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.feature < b.feature ? -1 : Number(a.feature > b.feature)),
  );
