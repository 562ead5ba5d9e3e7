import type { BasketLevel, BasketOptions } from './options.ts';
import type { PairSummary } from './pairs.ts';
import type { BasketCount } from './prepare.ts';

/** What is known of the rules: JSON-safe; the rules themselves are in tables. */
export interface FittedBasket {
  readonly options: BasketOptions;
  readonly asOf: string | null;
  readonly level: BasketLevel;
  /** Of both levels. */
  readonly counts: Readonly<Record<BasketLevel, BasketCount>>;
  /** Distinct items in all lines. */
  readonly items: number;
  /** Baskets that a set must be in at least. */
  readonly least: number;
  /** Frequent sets by size, those of one item first. */
  readonly itemsets: readonly number[];
  /** The size that has too many sets to be counted, so that rules are shorter; null: none has. */
  readonly stoppedAt: number | null;
  /** With the confidence that was asked for. */
  readonly rules: number;
  /** Of these, as good as a more general one. */
  readonly redundant: number;
  /** Of the others, those beyond chance after correction for all that could have been found. */
  readonly significant: number;
  /** Of these, one of each set of goods: the rules that people are shown. */
  readonly told: number;
  /** Pairs of items; null: there are too many that are frequent. */
  readonly pairs: PairSummary | null;
}
