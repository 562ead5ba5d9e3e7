import { type Rows } from '../../math/linear-algebra.ts';
import type { Scatter } from './scatter.ts';

/** The covariance within a class, divisor n_k − 1; null, and the reason, where there is none. */
export interface ClassCovariance {
  readonly class: string;
  readonly covariance: Rows | null;
  readonly reason: string | null;
}

/** Sums of squares and products about the means, and covariances; rows and columns in the order of the predictors. */
export interface Matrices {
  readonly withinSscp: Rows;
  readonly betweenSscp: Rows;
  /** Of all customers: within plus between. */
  readonly totalSscp: Rows;
  /** Total, divisor n − 1. */
  readonly totalCovariance: Rows;
  readonly classCovariances: readonly ClassCovariance[];
}

const over = (rows: Rows, divisor: number): number[][] => rows.map((row) => row.map((value) => value / divisor));

/** The matrices of an analysis. */
export const matricesOf = ({ n, classes, within, between, total }: Scatter): Matrices => ({
  withinSscp: within,
  betweenSscp: between,
  totalSscp: total,
  totalCovariance: over(total, n - 1),
  classCovariances: classes.map((one) =>
    one.n > 1
      ? { class: one.class, covariance: over(one.scatter, one.n - 1), reason: null }
      : { class: one.class, covariance: null, reason: 'has one case' },
  ),
});
