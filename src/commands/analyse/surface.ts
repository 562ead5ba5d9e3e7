import { dot, tabulate, whitening } from '../../math/linear-algebra.ts';
import type { FittedDiscriminant } from '../../models/discriminant/fitted.ts';
import type { PageClass } from '../../reports/discriminant/data.ts';

/**
 * What it costs to put a place of the first two functions into each class, ½D² + ½ln|Σ_k| − ln π_k, as a polynomial of the two scores; null where
 * all classes share one covariance. The predictors of a place are mean + sd·(structure₁·x + structure₂·y): what is expected of them within the
 * classes where these are the scores, so that everything the two functions do not tell is at its mean.
 */
export function surfacesOf(fitted: FittedDiscriminant): PageClass['surface'][] {
  const { classes, classCovariances, predictors, functions } = fitted;
  return classes.map(({ means, prior }, c) => {
    if (classCovariances === null) return null;
    const { covariance } = classCovariances[c]!;
    const sd = (j: number): number => predictors[j]!.sd;
    const p = predictors.length;
    const { factor, logDeterminant } = whitening(tabulate(p, p, (i, j) => covariance[i]![j]! / (sd(i) * sd(j))));
    const white = (vector: readonly number[]): number[] => factor.map((row) => dot(row, vector));
    const apart = white(predictors.map(({ mean }, j) => (mean - means[j]!) / sd(j)));
    const [x, y] = [0, 1].map((i) => white(functions[i]?.structure ?? predictors.map(() => 0))) as [number[], number[]];
    const constant = (dot(apart, apart) + logDeterminant) / 2 - Math.log(prior);
    return [constant, dot(apart, x), dot(apart, y), dot(x, x) / 2, dot(x, y), dot(y, y) / 2];
  });
}
