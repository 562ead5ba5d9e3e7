import type { FeatureMatrix } from '../matrix.ts';
import type { Dropped } from '../model.ts';
import { addMoments, noMoments, type GroupMoments, type Moments } from '../moments.ts';
import { analyse, type LinearAnalysis } from './analyse.ts';
import { priorsOf } from './priors.ts';
import type { Shrinkage } from './covariances.ts';
import type { DiscriminantOptions } from './options.ts';
import { chooseForClasses, choosePredictors, type Choice } from './predictors.ts';
import { classCovariances, mendedCovariances, type ClassCovariance } from './quadratic.ts';
import { scatterMatrices, type Scatter } from './scatter.ts';

/** An analysis, its predictors by place, and by what covariances rows are put into classes. */
export type Analysis = LinearAnalysis & {
  /** Predictors that are kept because covariances were drawn in. */
  readonly mended: readonly Dropped[];
  /** What is drawn in, and how far; of the pooled covariance `pooled` is 1. */
  readonly shrinkage: Shrinkage;
  /** Null: by the pooled one. */
  readonly classCovariances: readonly ClassCovariance[] | null;
};

/** What an analysis is made from: the scatter matrices, in all columns. */
export interface Sums {
  readonly scatter: Scatter;
  readonly names: readonly string[];
}

/** The sums of each class, by its number from 0, over the folds that are asked for. */
export function byClass(
  groups: readonly GroupMoments[],
  classes: number,
  p: number,
  inFold: (fold: number) => boolean,
): Moments[] {
  const sums = Array.from({ length: classes }, () => noMoments(p));
  for (const moments of groups) {
    const [number, fold] = moments.group as [number, number];
    if (inFold(fold)) sums[number - 1] = addMoments(sums[number - 1]!, moments);
  }
  return sums;
}

/** The scatter of moments by class; classes without customers are left out. Null where fewer than two have any. */
export function sumsOf(moments: readonly Moments[], classes: readonly string[], matrix: FeatureMatrix): Sums | null {
  const present = classes.flatMap((label, c) => (moments[c]!.n > 0n ? [{ class: label, ...moments[c]! }] : []));
  if (present.length < 2) return null;
  const grids = matrix.columns.map((column) => column.grid);
  return {
    scatter: scatterMatrices(present, grids),
    names: matrix.columns.map((column) => column.name),
  };
}

/** The linear analysis of sums, its predictors already chosen. Null where nothing can be told apart. */
export const analyseLinear = (
  { scatter, names }: Sums,
  choice: Choice,
  { priors }: DiscriminantOptions,
): LinearAnalysis | null => analyse(scatter, names, priorsOf(priors, scatter.classes), choice);

/**
 * The analysis of sums with covariances drawn in as asked; where they are singular, predictors are dropped, or the
 * covariances drawn in further. Null where nothing can be told apart.
 */
export function analyseSums(sums: Sums, options: DiscriminantOptions, asked: Shrinkage): Analysis | null {
  const { scatter, names } = sums;
  const chosen = choosePredictors(scatter, names, options);
  const shrinkage = { ...asked, diagonal: Math.max(asked.diagonal, chosen.diagonal) };
  const quadratic = options.covariance !== 'pooled' && chosen.kept.length > 0;
  const choice = quadratic ? chooseForClasses(chosen, scatter, names, shrinkage, options) : chosen;
  const analysis = analyseLinear(sums, choice, options);
  if (!analysis) return null;
  const covariancesOf = options.singular === 'shrink' ? mendedCovariances : classCovariances;
  return {
    ...analysis,
    mended: choice.mended,
    shrinkage,
    classCovariances:
      quadratic && choice.kept.length > 0
        ? covariancesOf(scatter.classes, scatter, choice.kept, shrinkage, options.tolerance)
        : null,
  };
}
