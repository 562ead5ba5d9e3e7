import type { Engine } from '../engine/engine.ts';
import { aboutMeans, combineSums, fixed, type Fixed } from '../math/exact.ts';
import { momentsSql } from './moments.sql.ts';

/** Exact sums of whole-number columns over a group of rows. */
export interface Moments {
  readonly n: bigint;
  /** Σu by column. */
  readonly sums: readonly bigint[];
  /** Σuv by pair of columns, the upper triangle row by row: 11, 12 … 1p, 22 … pp. */
  readonly products: readonly bigint[];
}

/** The moments of each group of a working table. */
export interface GroupMoments extends Moments {
  /** The values of the grouping columns. */
  readonly group: readonly number[];
}

/** Where the product of two columns is in the upper triangle. */
export function productAt(p: number, i: number, j: number): number {
  const [first, second] = i < j ? [i, j] : [j, i];
  return first * p - (first * (first - 1)) / 2 + (second - first);
}

const combine = (left: Moments, right: Moments, sign: 1n | -1n): Moments => ({
  n: left.n + sign * right.n,
  sums: combineSums(left.sums, right.sums, sign),
  products: combineSums(left.products, right.products, sign),
});

/** The moments of no rows. */
export const noMoments = (p: number): Moments => ({
  n: 0n,
  sums: Array.from({ length: p }, () => 0n),
  products: Array.from({ length: (p * (p + 1)) / 2 }, () => 0n),
});

/** The moments of two groups together. */
export const addMoments = (left: Moments, right: Moments): Moments => combine(left, right, 1n);

/** The moments of a group without a part of it. */
export const withoutMoments = (all: Moments, part: Moments): Moments => combine(all, part, -1n);

/**
 * The sums of squares and products about the mean, Σ(u − ū)(v − v̄) = (n·Σuv − Σu·Σv) / n, exactly: no cancellation,
 * whatever the distance of the mean from zero.
 */
export function scatter({ n, sums, products }: Moments, i: number, j: number): Fixed {
  return n === 0n ? 0n : fixed(aboutMeans(n, products[productAt(sums.length, i, j)]!, sums[i]!, sums[j]!), n);
}

/**
 * Reads the moments of columns `u1 … up` of a working table by whole-number grouping columns, in one scan. At most
 * `groups` groups.
 */
export async function readMoments(
  engine: Engine,
  table: string,
  by: readonly string[],
  p: number,
  groups: number,
): Promise<GroupMoments[]> {
  const pairs = (p * (p + 1)) / 2;
  const columns = [...by, 'n', ...range('s', p), ...range('q', pairs)];
  const shape = Object.fromEntries(columns.map((column) => [column, 'bigint'] as const));
  const rows = await engine.rows(momentsSql(table, by, p), shape, groups);
  return rows.map((row) => ({
    group: by.map((column) => Number(row[column])),
    n: row['n']!,
    sums: range('s', p).map((column) => row[column]!),
    products: range('q', pairs).map((column) => row[column]!),
  }));
}

const range = (letter: string, count: number): string[] => Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);
