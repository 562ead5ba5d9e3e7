import { inversePositive } from '../../math/linear-algebra.ts';
import type { LinearAnalysis } from './analyse.ts';
import { boxM, type BoxM } from './box-m.ts';
import { multivariateTests, type MultivariateTests } from './manova.ts';
import { matricesOf, type Matrices } from './matrices.ts';
import { pairDistances, type PairDistance } from './pairwise.ts';
import { keepPredictors } from './scatter.ts';
import { unusedStructure, type UnusedPredictor } from './unused.ts';

/** What a report tells besides what classification needs; all of it from the moments by class. */
export interface DiscriminantStatistics {
  readonly matrices: Matrices;
  readonly multivariate: MultivariateTests;
  readonly boxM: BoxM;
  readonly pairs: readonly PairDistance[];
  readonly unused: readonly UnusedPredictor[];
}

/** The statistics of an analysis, by the names of the predictors it was given. */
export function statisticsOf(analysis: LinearAnalysis, names: readonly string[]): DiscriminantStatistics {
  const { given, kept, functions, predictors, correlation } = analysis;
  const scatter = keepPredictors(given, kept);
  const eigenvalues = functions.map((one) => one.eigenvalue);
  const deviations = predictors.map((one) => one.sd);
  return {
    matrices: matricesOf(scatter),
    multivariate: multivariateTests(eigenvalues, scatter.n, predictors.length, scatter.classes.length),
    boxM: boxM(scatter),
    pairs: pairDistances(scatter, deviations, inversePositive(correlation)),
    unused: unusedStructure(given, names, kept, functions),
  };
}
