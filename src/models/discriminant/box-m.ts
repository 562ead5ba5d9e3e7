import { chiSquareTail, fTail } from '../../math/distributions.ts';
import {
  correlations,
  independentColumns,
  logDeterminant,
  submatrix,
  tabulate,
  type Rows,
} from '../../math/linear-algebra.ts';
import type { ChiSquareTest, FStatistic } from './fitted.ts';
import type { Scatter } from './scatter.ts';

/** The size of a covariance matrix. */
interface Determinant {
  readonly rank: number;
  /** Natural logarithm; null where the matrix is singular: its rank is below the number of predictors. */
  readonly lnDeterminant: number | null;
}

/** The covariance of a class, and why the test goes without it. */
export interface BoxClass extends Determinant {
  readonly class: string;
  readonly customers: number;
  /** Null: the class takes part in the test. */
  readonly leftOut: string | null;
}

/** Have the classes the same covariances? */
export interface BoxM {
  readonly classes: readonly BoxClass[];
  /** Pooled within the classes that take part; where fewer than two do, within all. */
  readonly pooled: Determinant;
  readonly test: BoxTest | null;
  /** Why there is no test, or no F. */
  readonly reason: string | null;
}

/** Box's M with its two approximations; no F where M is beyond its range. */
export interface BoxTest {
  readonly m: number;
  readonly c1: number;
  readonly c2: number;
  readonly chiSquare: ChiSquareTest;
  readonly f: FStatistic | null;
}

/** Rank and determinant of sums of squares and products over their degrees of freedom. */
function determinantOf(scatter: Rows, df: number): Determinant {
  const p = scatter.length;
  const varying = scatter.flatMap((row, j) => (row[j]! > 0 ? [j] : []));
  const correlation = correlations(submatrix(scatter, varying));
  const rank = independentColumns(correlation, 0).kept.length;
  if (rank < p) return { rank, lnDeterminant: null };
  const variances = scatter.reduce((sum, row, j) => sum + Math.log(row[j]! / df), 0);
  return { rank, lnDeterminant: variances + logDeterminant(correlation) };
}

/** What keeps a class out of the test. */
function leftOut(n: number, p: number, rank: number): string | null {
  if (n <= p) return `has ${n} ${n === 1 ? 'case' : 'cases'}, too few for ${p} predictors`;
  return rank < p ? `its covariance is singular (rank ${rank} of ${p})` : null;
}

/**
 * M = Σv·ln|S| − Σ v ln|S_k|, v = n_k − 1, and its approximations by χ² and F (Box 1949; Rencher & Christensen 2012,
 * 7.3.2).
 */
function approximate(m: number, df: readonly number[], p: number): BoxTest {
  const [g, all] = [df.length, df.reduce((sum, v) => sum + v, 0)];
  const inverse = (power: number): number => df.reduce((sum, v) => sum + v ** -power, 0) - all ** -power;
  const c1 = (inverse(1) * (2 * p * p + 3 * p - 1)) / (6 * (p + 1) * (g - 1));
  const c2 = (inverse(2) * (p - 1) * (p + 2)) / (6 * (g - 1));
  const df1 = (p * (p + 1) * (g - 1)) / 2;
  const df2 = (df1 + 2) / Math.abs(c2 - c1 * c1);
  const chiSquare = m * (1 - c1);
  const limit = df2 / (1 - c1 + 2 / df2);
  const f = c2 > c1 * c1 ? (m * (1 - c1 - df1 / df2)) / df1 : (df2 * m) / (df1 * (limit - m));
  return {
    m,
    c1,
    c2,
    chiSquare: { chiSquare, df: df1, p: chiSquareTail(chiSquare, df1) },
    f: Number.isFinite(df2) && f >= 0 && Number.isFinite(f) ? { f, df1, df2, p: fTail(f, df1, df2) } : null,
  };
}

/**
 * Box's test of equal covariance matrices. Classes whose covariance is singular are left out and named, and the pooled
 * covariance is that of the others, as in SPSS; fewer than two others: no test.
 */
export function boxM({ classes, within }: Scatter): BoxM {
  const p = within.length;
  const n = classes.reduce((sum, one) => sum + one.n, 0);
  const each = classes.map((one): BoxClass & { scatter: Rows } => {
    const determinant = determinantOf(one.scatter, Math.max(one.n - 1, 1));
    const reason = leftOut(one.n, p, determinant.rank);
    return { class: one.class, customers: one.n, ...determinant, leftOut: reason, scatter: one.scatter };
  });
  const tested = each.filter((one) => one.leftOut === null);
  const told = each.map(({ scatter: _, ...one }) => one);
  if (tested.length < 2) {
    const reason = 'fewer than two classes have a covariance that is not singular';
    return { classes: told, pooled: determinantOf(within, n - classes.length), test: null, reason };
  }
  const df = tested.map((one) => one.customers - 1);
  const all = df.reduce((sum, v) => sum + v, 0);
  const together = tabulate(p, p, (i, j) => tested.reduce((sum, one) => sum + one.scatter[i]![j]!, 0));
  const pooled = determinantOf(tested.length === each.length ? within : together, all);
  const m = tested.reduce((sum, one, k) => sum + df[k]! * (pooled.lnDeterminant! - one.lnDeterminant!), 0);
  const test = approximate(Math.max(m, 0), df, p);
  const reason = test.f === null ? 'M is beyond the range of its F approximation; chiSquare holds' : null;
  return { classes: told, pooled, test, reason };
}
