import type { Unit } from './unit.ts';

/**
 * Distinct purchase histories and how many customers have each, column by column, in a fixed order (by x, then t_x, then T), so that sums over them
 * come out the same every time.
 */
export interface Histories<U extends Unit = Unit> {
  readonly unit: U;
  /** x: repeat purchases. */
  readonly repeats: Float64Array;
  /** t_x: from the first purchase to the last. */
  readonly recency: Float64Array;
  /** T: from the first purchase to the as-of day. */
  readonly age: Float64Array;
  /** How many customers. */
  readonly customers: Float64Array;
}

/** One purchase history. */
export interface History<U extends Unit = Unit> {
  readonly unit: U;
  readonly repeats: number;
  readonly recency: number;
  readonly age: number;
}

/** Sums numbers by customers. */
export const sumOver = (values: ArrayLike<number>, customers: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < customers.length; i++) sum += values[i]! * customers[i]!;
  return sum;
};

/** How many customers columns have. */
export const countOf = ({ customers }: { readonly customers: Float64Array }): number =>
  customers.reduce((sum, n) => sum + n, 0);

/** Every so-manieth row of columns, so that about `most` are left. */
export function thin<C extends { readonly customers: Float64Array }>(columns: C, most: number): C {
  const step = Math.ceil(columns.customers.length / most);
  if (step <= 1) return columns;
  const rows = Math.ceil(columns.customers.length / step);
  const every = (value: unknown): unknown =>
    value instanceof Float64Array ? new Float64Array(rows).map((_, i) => value[i * step]!) : value;
  return Object.fromEntries(Object.entries(columns).map(([name, value]) => [name, every(value)])) as C;
}

/** Columns by growing numbers of rows, each about 16 times the one before, to all of them. */
export const growing = <C extends { readonly customers: Float64Array }>(columns: C): readonly C[] => [
  ...[4_000, 64_000].map((most) => thin(columns, most)).filter((few) => few !== columns),
  columns,
];
