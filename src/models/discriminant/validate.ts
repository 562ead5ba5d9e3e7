import type { Engine } from '../../engine/engine.ts';
import type { GroupMoments } from '../moments.ts';
import type { Analysis } from './analyse-moments.ts';
import { crossValidate, type Working } from './cross-validate.ts';
import type { CrossValidated, HeldOutFits } from './fitted.ts';
import { isExact, leaveOneOut } from './leave-one-out.ts';
import type { DiscriminantOptions } from './options.ts';

/** What cross-validation found, and the fits of its folds where there are two classes, whose probabilities are rated. */
export interface Validated {
  readonly crossValidated: CrossValidated;
  readonly heldOut: HeldOutFits | null;
}

/**
 * Classifies every row by a fit without it, as the options ask: in folds, or each by all others; the latter only where
 * it is exact, so in folds where covariances are drawn in, or predictors chosen stepwise.
 */
export async function validate(
  engine: Engine,
  working: Working,
  groups: readonly GroupMoments[],
  options: DiscriminantOptions,
  analysis: Analysis,
): Promise<Validated> {
  if (options.validation === 'leave_one_out' && options.stepwise === undefined && isExact(analysis)) {
    const { table, alone } = await leaveOneOut(engine, working, analysis);
    return { crossValidated: { ...table, method: 'leave_one_out', folds: null, alone }, heldOut: null };
  }
  const { table, classifiers } = await crossValidate(engine, working, groups, options, analysis.shrinkage);
  return {
    crossValidated: { ...table, method: 'folds', folds: options.folds, alone: 0 },
    heldOut:
      analysis.classes.length === 2 ? { matrix: working.matrix, isNumbered: working.isNumbered, classifiers } : null,
  };
}
