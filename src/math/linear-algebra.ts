import { CholeskyDecomposition, EigenvalueDecomposition, Matrix, inverse } from 'ml-matrix';

/** A small dense matrix, row by row. */
export type Rows = readonly (readonly number[])[];

const matrix = (rows: Rows): Matrix => new Matrix(rows.map((row) => [...row]));

/** A matrix of a size, each element by its row and column. */
export const tabulate = (rows: number, columns: number, element: (i: number, j: number) => number): number[][] =>
  Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (_, j) => element(i, j)));

/** The scalar product, summed in order. */
export const dot = (left: readonly number[], right: readonly number[]): number =>
  left.reduce((total, value, i) => total + value * right[i]!, 0);

/** Matrix times vector. */
export const times = (rows: Rows, vector: readonly number[]): number[] => rows.map((row) => dot(row, vector));

/** The rows and columns that are named. */
export const submatrix = (rows: Rows, kept: readonly number[]): number[][] =>
  kept.map((i) => kept.map((j) => rows[i]![j]!));

/** The inverse of a positive definite matrix, by its Cholesky factor. */
export function inversePositive(rows: Rows): number[][] {
  if (rows.length === 0) return [];
  const solved = new CholeskyDecomposition(matrix(rows)).solve(Matrix.eye(rows.length));
  return tabulate(rows.length, rows.length, (i, j) => (solved.get(i, j) + solved.get(j, i)) / 2);
}

const cholesky = (rows: Rows): Matrix => new CholeskyDecomposition(matrix(rows)).lowerTriangularMatrix;

const logSquare = (factor: Matrix): number => factor.diagonal().reduce((sum, pivot) => sum + 2 * Math.log(pivot), 0);

/** The natural logarithm of the determinant of a positive definite matrix: of the squared diagonal of its Cholesky factor. */
export const logDeterminant = (rows: Rows): number => logSquare(cholesky(rows));

/**
 * What makes a positive definite matrix A = L L′ the unit matrix: L⁻¹, lower triangular, so that |L⁻¹x|² = x′A⁻¹x; and
 * ln |A|.
 */
export function whitening(rows: Rows): { factor: number[][]; logDeterminant: number } {
  if (rows.length === 0) return { factor: [], logDeterminant: 0 };
  const lower = cholesky(rows);
  const factor: number[][] = [];
  lower.to2DArray().forEach((row, i) => {
    const sums = tabulate(1, rows.length, (_, j) =>
      i === j
        ? 1
        : 0 -
          dot(
            row.slice(0, i),
            factor.map((above) => above[j]!),
          ),
    );
    factor.push(sums[0]!.map((sum) => sum / row[i]!));
  });
  return { factor, logDeterminant: logSquare(lower) };
}

/** Covariances as correlations, 1 on the diagonal; every variance is above 0. */
export const correlations = (covariance: Rows): number[][] =>
  tabulate(covariance.length, covariance.length, (i, j) =>
    i === j ? 1 : covariance[i]![j]! / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!),
  );

/** A solution of B v = λ A v. */
export interface EigenPair {
  readonly value: number;
  /** Scaled so that v′ A v = 1. */
  readonly vector: readonly number[];
}

/**
 * The solutions of B v = λ A v for symmetric B and positive definite A, largest λ first: with A = L L′ the eigenvectors
 * w of L⁻¹ B L⁻ᵀ give v = L⁻ᵀ w (Golub & Van Loan 2013, 8.7.2).
 */
export function generalizedEigen(b: Rows, a: Rows): EigenPair[] {
  if (a.length === 0) return [];
  const back = inverse(new CholeskyDecomposition(matrix(a)).lowerTriangularMatrix).transpose();
  const reduced = back.transpose().mmul(matrix(b)).mmul(back);
  const symmetric = reduced.add(reduced.transpose()).mul(0.5);
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(symmetric, { assumeSymmetric: true });
  const vectors = back.mmul(eigenvectorMatrix);
  return realEigenvalues
    .map((value, i) => ({ value, vector: vectors.getColumn(i) }))
    .sort((left, right) => right.value - left.value);
}

/**
 * Which columns of a correlation matrix can be used together, in the order given: a column stays when the share of its
 * variance that the columns kept before leave unexplained, 1 − R², is at least `tolerance` (the squared pivots of the
 * Cholesky factor).
 */
export function independentColumns(correlation: Rows, tolerance: number): { kept: number[]; tolerances: number[] } {
  const kept: number[] = [];
  const factors: number[][] = [];
  const tolerances = correlation.map((row, j) => {
    const factor: number[] = [];
    kept.forEach((column, i) => {
      const known = dot(factor, factors[i]!);
      factor.push((row[column]! - known) / factors[i]![i]!);
    });
    const own = 1 - dot(factor, factor);
    if (own >= tolerance && own > 1e-12) {
      kept.push(j);
      factors.push([...factor, Math.sqrt(own)]);
    }
    return Math.max(own, 0);
  });
  return { kept, tolerances };
}
