import { fixedToNumber, ratio, sum, type Fixed } from '../../math/exact.ts';
import { submatrix, tabulate, type Rows } from '../../math/linear-algebra.ts';
import type { Grid } from '../grid.ts';
import { addMoments, noMoments, scatter, type Moments } from '../moments.ts';

/** A class and its exact sums. */
export interface ClassMoments extends Moments {
  readonly class: string;
}

/**
 * Sums of squares and products, within classes and in total, in the units of the columns. Exact until they are rounded
 * to doubles.
 */
export interface Scatter {
  readonly n: number;
  readonly classes: readonly {
    readonly class: string;
    readonly n: number;
    readonly means: readonly number[];
    /** The means less those of all, subtracted before rounding. */
    readonly offsets: readonly number[];
    readonly scatter: Rows;
  }[];
  readonly means: readonly number[];
  readonly within: Rows;
  /** Total minus within, subtracted before rounding. */
  readonly between: Rows;
  readonly total: Rows;
}

/** The scatter matrices of classes that have rows. */
export function scatterMatrices(classes: readonly ClassMoments[], grids: readonly Grid[]): Scatter {
  const p = grids.length;
  const all = classes.reduce(addMoments, noMoments(p));
  const each = classes.map((one) => tabulateFixed(p, (i, j) => scatter(one, i, j)));
  const within = tabulateFixed(p, (i, j) => sum(each.map((one) => one[i]![j]!)));
  const total = tabulateFixed(p, (i, j) => scatter(all, i, j));
  const matrix = (element: (i: number, j: number) => Fixed): number[][] =>
    tabulate(p, p, (i, j) => fixedToNumber(element(i, j)) / (grids[i]!.scale * grids[j]!.scale));
  const means = ({ sums, n }: Moments): number[] =>
    sums.map((value, j) => grids[j]!.low + ratio(value, n) / grids[j]!.scale);
  return {
    n: Number(all.n),
    classes: classes.map((one, c) => ({
      class: one.class,
      n: Number(one.n),
      means: means(one),
      offsets: grids.map(({ scale }, j) => ratio(one.sums[j]! * all.n - all.sums[j]! * one.n, one.n * all.n) / scale),
      scatter: matrix((i, j) => each[c]![i]![j]!),
    })),
    means: means(all),
    within: matrix((i, j) => within[i]![j]!),
    between: matrix((i, j) => total[i]![j]! - within[i]![j]!),
    total: matrix((i, j) => total[i]![j]!),
  };
}

/** The same of some of the columns, by their places. */
export function keepPredictors(scatter: Scatter, kept: readonly number[]): Scatter {
  const pick = (values: readonly number[]): number[] => kept.map((j) => values[j]!);
  return {
    n: scatter.n,
    classes: scatter.classes.map((one) => ({
      ...one,
      means: pick(one.means),
      offsets: pick(one.offsets),
      scatter: submatrix(one.scatter, kept),
    })),
    means: pick(scatter.means),
    within: submatrix(scatter.within, kept),
    between: submatrix(scatter.between, kept),
    total: submatrix(scatter.total, kept),
  };
}

const tabulateFixed = (p: number, element: (i: number, j: number) => Fixed): Fixed[][] =>
  Array.from({ length: p }, (_, i) => Array.from({ length: p }, (_, j) => element(i, j)));
