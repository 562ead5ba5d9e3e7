import type { Comparison } from './contest.ts';
import type { NextProductOptions } from './options.ts';
import type { Rule, Way } from './ways.ts';
import type { WhyNoProduct } from '../../text/en/remarks/buying.ts';

/** A mean over customers and its standard error. */
export interface Mean {
  readonly mean: number;
  readonly error: number;
}

/** How well lists of 5 and 10 products foretold what customers bought. */
export interface Foretelling {
  readonly way: Way;
  /** Share of customers who bought one of the first 5. */
  readonly hit5: Mean;
  readonly hit10: Mean;
  /** Mean average precision of the first 5. */
  readonly map5: Mean;
  readonly map10: Mean;
}

/** The same, over all customers. */
export interface Measured extends Foretelling {
  /** Share of the products on sale that are among the first 5 of somebody. */
  readonly coverage5: number;
  readonly coverage10: number;
}

/** The same in a segment; null: in none. */
export interface SegmentMeasured {
  readonly segment: string | null;
  readonly customers: number;
  readonly ways: readonly Foretelling[];
  /** Each pair of ways once, as of all customers. */
  readonly comparisons: readonly Comparison[];
}

/** How what was bought after `since`, up to `until`, was foretold by what was bought before. */
export interface Holdout {
  readonly since: string;
  readonly until: string;
  /** Who had bought before, and bought again in the window. */
  readonly customers: number;
  /** Products on sale at `since`. */
  readonly products: number;
  readonly ways: readonly Measured[];
  /** Each pair of ways once, by the hits of the first 5. */
  readonly comparisons: readonly Comparison[];
  readonly segments: readonly SegmentMeasured[];
  /** Segments as they were at `since`; or as they are now, to which the window itself belongs. */
  readonly segmentsOf: 'then' | 'now';
}

/** What customers are likely to buy next: plain, frozen, JSON-safe. The pairs are in `models.product_neighbour`. */
export interface FittedNextProduct {
  readonly model: 'next_product';
  readonly asOf: string;
  readonly options: NextProductOptions;
  /** Null: there is too little to measure by, for the `reason`. */
  readonly holdout: Holdout | null;
  readonly reason: WhyNoProduct | null;
  /** Null: no rule beats both naive ways. */
  readonly used: Rule | null;
  /** Segments whose customers are offered nothing, since the rule finds no more than the naive ways there. */
  readonly leftOut: readonly string[];
}
