import type { WhyNot } from '../../text/en/why-not.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { LearntDiscriminant } from '../discriminant/fitted.ts';
import type { Dropped } from '../model.ts';
import type { FittedTree } from '../tree/fitted.ts';
import type { Contest, Way } from './contest.ts';
import type { RepurchaseOptions } from './options.ts';
import type { SeenWindow } from './window.ts';

/** What tells who buys again from who does not. */
export type RepurchaseClassifier = LearntDiscriminant | FittedTree;

/** How the model and the naive rule, both learnt from the window before, foretold a window that they do not know. Without a model the rule competes alone. */
export interface Holdout extends SeenWindow {
  /** Those whom the model foretold nothing, for want of a value that it can take: they are measured with `rate`. */
  readonly unforetold: number;
  /** Share who bought again in the window before: the one rate for everybody. */
  readonly rate: number;
  /** Null: there is none, for too few customers. */
  readonly model: TwoClassEvaluation | null;
  /** Why there is no model; null where there is one. */
  readonly tooFew: string | null;
  readonly naive: TwoClassEvaluation;
  /** Brier score of one rate for everybody. */
  readonly constant: number;
  readonly contest: Contest;
}

/** Who will buy again: plain, frozen, JSON-safe. */
export interface FittedRepurchase {
  readonly model: 'repurchase';
  readonly asOf: string;
  readonly options: RepurchaseOptions;
  /** The window that was learnt from to foretell the holdout. Null: it could not be read, for the `reason`. */
  readonly training: SeenWindow | null;
  /** Null: nothing could be learnt, for the `reason`. */
  readonly holdout: Holdout | null;
  readonly reason: string | null;
  /** The same as a code. */
  readonly why: WhyNot | null;
  /** What foretells the days to come, learnt from the window of the holdout; null where nothing does. */
  readonly used: {
    readonly by: Exclude<Way, 'one rate'>;
    readonly classifier: RepurchaseClassifier;
    /** What it does without: in the window that was tested, or in the last one. */
    readonly dropped: readonly Dropped[];
  } | null;
}
