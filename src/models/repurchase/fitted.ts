import type { AucDifference } from '../evaluation/compare-auc.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedDiscriminant } from '../discriminant/fitted.ts';
import type { FittedTree } from '../tree/fitted.ts';
import type { RepurchaseOptions } from './options.ts';
import type { SeenWindow } from './window.ts';

/** What tells who buys again from who does not. */
export type RepurchaseClassifier = FittedDiscriminant | FittedTree;

/** How a model of the window before foretold a window that it does not know. */
export interface Holdout extends SeenWindow {
  readonly model: TwoClassEvaluation;
  /** The naive rule: who bought last comes first. It ranks, and foretells no rates. */
  readonly naive: TwoClassEvaluation;
  /** Area under the ROC curve of the model less that of the naive rule. */
  readonly difference: AucDifference;
}

/** Who will buy again: plain, frozen, JSON-safe. */
export interface FittedRepurchase {
  readonly model: 'repurchase';
  readonly asOf: string;
  readonly options: RepurchaseOptions;
  /** The window that the model of the holdout learnt from. */
  readonly training: SeenWindow;
  /** Null: too few customers to learn from. */
  readonly holdout: Holdout | null;
  /** Learnt from the window of the holdout, the newest; null: its scores are not used, for the `reason`. */
  readonly classifier: RepurchaseClassifier | null;
  readonly reason: string | null;
}
