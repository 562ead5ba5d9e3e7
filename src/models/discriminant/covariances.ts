import { submatrix, type Rows } from '../../math/linear-algebra.ts';
import type { Scatter } from './scatter.ts';

/** How far covariances are drawn in, each from 0 to 1: towards the pooled one, and towards variances alone. */
export interface Shrinkage {
  readonly pooled: number;
  readonly diagonal: number;
}

/** The same with its products, but not its squares, a share smaller; none is −0, which JSON does not know. */
export const towardsDiagonal = (rows: Rows, share: number): Rows =>
  share === 0 ? rows : rows.map((row, i) => row.map((value, j) => (i === j ? value : (1 - share) * value + 0)));

/**
 * The covariance that stands for a class (Friedman 1989): with λ and γ the two shares, S_k and S its own and the pooled
 * covariance, S_k(λ) = ((1 − λ)(n_k − 1)S_k + λ(n − g)S) / ((1 − λ)(n_k − 1) + λ(n − g)), and of that (1 − γ)S_k(λ) + γ
 * diag S_k(λ): drawn towards its own variances, not towards equal ones, it does not depend on the units. λ = 1 is the
 * pooled covariance, λ = 0 that of the class. A class of one row has none of its own: zeros.
 */
export function mixedCovariance(
  own: Scatter['classes'][number],
  pooled: Pick<Scatter, 'n' | 'classes' | 'within'>,
  places: readonly number[],
  shrinkage: Shrinkage,
): Rows {
  const share = shrinkage.pooled;
  const divisor = (1 - share) * (own.n - 1) + share * (pooled.n - pooled.classes.length);
  const [mine, all] = [submatrix(own.scatter, places), submatrix(pooled.within, places)];
  const mixed = mine.map((row, i) =>
    row.map((value, j) => (divisor > 0 ? ((1 - share) * value + share * all[i]![j]!) / divisor : 0)),
  );
  return towardsDiagonal(mixed, shrinkage.diagonal);
}
