import { correlations, independentColumns, submatrix } from '../../math/linear-algebra.ts';
import type { Dropped } from '../model.ts';
import type { DiscriminantOptions } from './options.ts';
import { keepPredictors, type Scatter } from './scatter.ts';
import type { Selection } from './stepwise/history.ts';
import { notEntered } from './stepwise/not-entered.ts';
import { select } from './stepwise/select.ts';

/** Predictors by their place, and why some are not used. */
export interface Choice {
  readonly kept: readonly number[];
  readonly dropped: readonly Dropped[];
  /** Null: not stepwise. */
  readonly selection: Selection | null;
}

/**
 * Which predictors an analysis uses. Those that do not vary within classes are dropped; of the others those that the ones
 * before them nearly determine, or, stepwise, those that do not enter.
 */
export function choosePredictors(
  scatter: Scatter,
  predictors: readonly string[],
  { tolerance, stepwise }: Pick<DiscriminantOptions, 'tolerance' | 'stepwise'>,
): Choice {
  const dropped: Dropped[] = [];
  const varying = predictors.flatMap((feature, j) => {
    if (scatter.within[j]![j]! > 0) return [j];
    dropped.push({ feature, reason: scatter.total[j]![j]! > 0 ? 'is constant within every class' : 'is constant' });
    return [];
  });
  const names = varying.map((j) => predictors[j]!);
  if (stepwise !== undefined) {
    const { selection, kept } = select(keepPredictors(scatter, varying), names, stepwise, tolerance);
    return { kept: kept.map((k) => varying[k]!), dropped: [...dropped, ...notEntered(selection)], selection };
  }
  const independent = independentColumns(correlations(submatrix(scatter.within, varying)), tolerance);
  names.forEach((feature, i) => {
    if (independent.kept.includes(i)) return;
    const share = independent.tolerances[i]!.toPrecision(2);
    dropped.push({ feature, reason: `follows from the predictors before it (tolerance ${share})` });
  });
  return { kept: independent.kept.map((i) => varying[i]!), dropped, selection: null };
}
