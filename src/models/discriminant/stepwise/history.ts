import type { ChiSquareTest, FTest } from '../fitted.ts';
import type { PairDistance } from '../pairwise.ts';
import type { StepwiseOptions } from './options.ts';

/** How well a set of predictors separates the classes. */
export interface Separation {
  readonly wilks: number;
  /** The Hotelling–Lawley trace times n − g. */
  readonly raoV: number;
  /** The two classes with the least squared Mahalanobis distance between them. */
  readonly nearest: Pick<PairDistance, 'classes' | 'squaredDistance'>;
}

/** A predictor in the analysis after a step. */
export interface EnteredRow {
  readonly predictor: string;
  /** Share of its variance within classes that the others in the analysis do not explain. */
  readonly tolerance: number;
  readonly fToRemove: number;
  /** The separation by the others alone. */
  readonly without: Separation;
}

/**
 * A predictor outside the analysis. `fToEnter` and `with` are null where none of its variance within classes is its own,
 * or no degrees of freedom are left.
 */
export interface WaitingRow {
  readonly predictor: string;
  readonly tolerance: number;
  /** The least tolerance of any predictor in the analysis, itself too, if it entered. */
  readonly minTolerance: number;
  readonly fToEnter: number | null;
  /** The separation by it and those in the analysis. */
  readonly with: Separation | null;
}

/** A step: one predictor entered or removed, and how things stand after it. */
export interface SelectionStep {
  /** From 1. */
  readonly step: number;
  readonly action: 'entered' | 'removed';
  readonly predictor: string;
  /** Predictors in the analysis now. */
  readonly count: number;
  /** Rao's F of Wilks' λ, exact for two or three classes, or one or two predictors. */
  readonly wilks: FTest & { readonly exact: boolean };
  /** Rao's V and its change, each against χ². */
  readonly raoV: ChiSquareTest & { readonly change: ChiSquareTest };
  readonly nearest: PairDistance;
  readonly in: readonly EnteredRow[];
  readonly out: readonly WaitingRow[];
}

/** How the predictors of an analysis were chosen. */
export interface Selection extends Omit<StepwiseOptions, 'most_steps'> {
  readonly tolerance: number;
  readonly mostSteps: number;
  /** All predictors, before the first step. */
  readonly start: readonly WaitingRow[];
  readonly steps: readonly SelectionStep[];
  /** Why there was no further step. */
  readonly ended: string;
}
