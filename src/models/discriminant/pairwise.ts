import { fTail } from '../../math/distributions.ts';
import { dot, times, type Rows } from '../../math/linear-algebra.ts';
import type { FStatistic } from './fitted.ts';
import type { Scatter } from './scatter.ts';

/** How far two classes are apart, and whether by more than chance. */
export interface PairDistance extends FStatistic {
  readonly classes: readonly [string, string];
  /** Mahalanobis: (m₁ − m₂)′ S⁻¹ (m₁ − m₂), S the pooled covariance within classes. */
  readonly squaredDistance: number;
}

/**
 * The F test of a squared Mahalanobis distance between the means of two of g classes by p predictors (Rao 1973, 8d):
 * (n − g − p + 1)·n₁n₂ / (p(n − g)(n₁ + n₂)) · D² with p and n − g − p + 1 degrees of freedom.
 */
export function distanceF(
  squaredDistance: number,
  sizes: readonly [number, number],
  n: number,
  p: number,
  g: number,
): FStatistic {
  const df2 = n - g - p + 1;
  const [left, right] = sizes;
  const f = ((df2 * left * right) / (p * (n - g) * (left + right))) * squaredDistance;
  return { f, df1: p, df2, p: fTail(f, p, df2) };
}

/** The distances of all pairs of classes, by the inverse of the pooled correlation and the pooled deviations. */
export function pairDistances({ n, classes }: Scatter, deviations: readonly number[], inverse: Rows): PairDistance[] {
  return classes.flatMap((one, a) =>
    classes.slice(a + 1).map((other): PairDistance => {
      const apart = deviations.map((deviation, j) => (one.offsets[j]! - other.offsets[j]!) / deviation);
      const squaredDistance = dot(apart, times(inverse, apart));
      return {
        classes: [one.class, other.class],
        squaredDistance,
        ...distanceF(squaredDistance, [one.n, other.n], n, deviations.length, classes.length),
      };
    }),
  );
}
