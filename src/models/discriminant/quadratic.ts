import { whitening, type Rows } from '../../math/linear-algebra.ts';
import { mixedCovariance, type Shrinkage } from './covariances.ts';
import { faultsOf, leastShare } from './faults.ts';
import type { Scatter } from './scatter.ts';

/** The covariance by which a class is told from the others. */
export interface ClassCovariance {
  readonly class: string;
  /** By predictor, in the order of `predictors`. */
  readonly covariance: Rows;
  readonly logDeterminant: number;
  /** What it was drawn in by: the shares asked for, or what a singular one needed besides. */
  readonly shrinkage: Shrinkage;
}

/** The covariance of each class, those asked for. Null where one of them is singular. */
export function classCovariances(
  classes: Scatter['classes'],
  scatter: Scatter,
  kept: readonly number[],
  shrinkage: Shrinkage,
  tolerance: number,
): ClassCovariance[] | null {
  const covariances = classes.map((own) => mixedCovariance(own, scatter, kept, shrinkage));
  if (covariances.some((covariance) => faultsOf(covariance, tolerance).length > 0)) return null;
  return covariances.map((covariance, c) => ({
    class: classes[c]!.class,
    covariance,
    logDeterminant: whitening(covariance).logDeterminant,
    shrinkage,
  }));
}

/** The same, singular ones drawn towards the pooled covariance (which is not singular) just as far as they need. */
export const mendedCovariances = (
  classes: Scatter['classes'],
  scatter: Scatter,
  kept: readonly number[],
  shrinkage: Shrinkage,
  tolerance: number,
): ClassCovariance[] =>
  classes.flatMap((own) => {
    const at = (pooled: number): ClassCovariance[] | null =>
      classCovariances([own], scatter, kept, { ...shrinkage, pooled }, tolerance);
    return at(leastShare(shrinkage.pooled, (pooled) => at(pooled) !== null)) ?? [];
  });
