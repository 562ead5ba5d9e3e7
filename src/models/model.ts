import { whyDropped, type WhyDropped } from '../text/en/remarks/classes.ts';
import type { RowNoun } from '../text/en/words.ts';
import type { ClassSource } from './classes.sql.ts';

/** What every fit is told besides its options. */
export interface FitInput {
  /** Nothing later than this day is in the features: `2026-11-20`. It is kept with the model. */
  readonly asOf: string;
  /** The table that is fitted, one row per customer; left out: the model's own. */
  readonly relation?: string;
  /** The column that identifies its rows; left out: `customer_id`. */
  readonly key?: string;
  /** What one of its rows is, in the sentences of the model; left out: a customer. */
  readonly row?: RowNoun;
  /** The key is but the number of a row: samples and folds are then taken by the values of the rows; left out: by the key. */
  readonly isNumbered?: boolean;
  /** Where the classes are, of a model that tells some apart; left out: as its options name them. */
  readonly classes?: ClassSource;
}

/** How an iterative fit ended. */
export interface Convergence {
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: string;
}

/** A feature that a fit did without, and why, in words that follow its name: `gender is constant`. */
export interface Dropped {
  readonly feature: string;
  readonly reason: string;
  /** The same as a code. */
  readonly why: WhyDropped;
}

/** A feature that is left out, with the words that say why. */
export const droppedFor = (feature: string, why: WhyDropped): Dropped => ({ feature, reason: whyDropped(why), why });

/** Freezes plain data to its leaves. */
export function freezeDeep<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(freezeDeep);
    Object.freeze(value);
  }
  return value;
}
