import { inversePositive } from '../../math/linear-algebra.ts';
import { boxM, type BoxM } from './box-m.ts';
import type { DiscriminantAnalysis } from './fitted.ts';
import { multivariateTests, type MultivariateTests } from './manova.ts';
import { matricesOf, type Matrices } from './matrices.ts';
import { pairDistances, type PairDistance } from './pairwise.ts';
import type { Scatter } from './scatter.ts';

/** What a report tells besides what classification needs; all of it from the moments by class. */
export interface DiscriminantStatistics {
  readonly matrices: Matrices;
  readonly multivariate: MultivariateTests;
  readonly boxM: BoxM;
  readonly pairs: readonly PairDistance[];
}

/** The statistics of an analysis; `scatter` is of its predictors. */
export function statisticsOf(
  scatter: Scatter,
  { functions, predictors, correlation }: Pick<DiscriminantAnalysis, 'functions' | 'predictors' | 'correlation'>,
): DiscriminantStatistics {
  const eigenvalues = functions.map((one) => one.eigenvalue);
  const deviations = predictors.map((one) => one.sd);
  return {
    matrices: matricesOf(scatter),
    multivariate: multivariateTests(eigenvalues, scatter.n, predictors.length, scatter.classes.length),
    boxM: boxM(scatter),
    pairs: pairDistances(scatter, deviations, inversePositive(correlation)),
  };
}
