import { fixed, fixedToNumber, ratio, type Fixed } from '../../math/exact.ts';
import { tabulate } from '../../math/linear-algebra.ts';
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
    readonly squares: readonly number[];
  }[];
  readonly means: readonly number[];
  readonly within: readonly (readonly number[])[];
  /** Total minus within, subtracted before rounding. */
  readonly between: readonly (readonly number[])[];
  readonly total: readonly (readonly number[])[];
}

/** The scatter matrices of classes that have rows. */
export function scatterMatrices(classes: readonly ClassMoments[], grids: readonly Grid[]): Scatter {
  const p = grids.length;
  const all = classes.reduce(addMoments, noMoments(p));
  const within = tabulateFixed(p, (i, j) => classes.reduce((sum, one) => sum + scatter(one, i, j), fixed(0n, 1n)));
  const total = tabulateFixed(p, (i, j) => scatter(all, i, j));
  const matrix = (element: (i: number, j: number) => Fixed): number[][] =>
    tabulate(p, p, (i, j) => fixedToNumber(element(i, j)) / (grids[i]!.scale * grids[j]!.scale));
  const means = ({ sums, n }: Moments): number[] =>
    sums.map((sum, j) => grids[j]!.low + ratio(sum, n) / grids[j]!.scale);
  return {
    n: Number(all.n),
    classes: classes.map((one) => ({
      class: one.class,
      n: Number(one.n),
      means: means(one),
      squares: grids.map((grid, j) => fixedToNumber(scatter(one, j, j)) / grid.scale ** 2),
    })),
    means: means(all),
    within: matrix((i, j) => within[i]![j]!),
    between: matrix((i, j) => total[i]![j]! - within[i]![j]!),
    total: matrix((i, j) => total[i]![j]!),
  };
}

const tabulateFixed = (p: number, element: (i: number, j: number) => Fixed): Fixed[][] =>
  Array.from({ length: p }, (_, i) => Array.from({ length: p }, (_, j) => element(i, j)));
