import { roundedRatio } from '../math/exact.ts';

/** Grid values stay below 2³⁰: products fit 64 bits, and sums of products 128 bits for any number of rows. */
const most = 2 ** 30;

/** More decimals than this are not looked for. */
export const mostDecimals = 6;

/** What one scan tells of a column. */
export interface Range {
  /** Values that are there. */
  readonly n: number;
  readonly low: number;
  readonly high: number;
  /** The fewest decimals that write every value, 0 … 6; null: more than that. */
  readonly decimals: number | null;
}

/**
 * The grid of a column: the value x is the whole number u = round((x − low)·scale). `decimal`: the scale is a power of
 * ten and every value lies on the grid, so that nothing is rounded. `binary`: the scale is the largest power of two
 * that keeps u < 2³⁰.
 */
export interface Grid {
  readonly kind: 'decimal' | 'binary';
  readonly low: number;
  readonly scale: number;
}

/**
 * Chooses the grid of a column. With `finest` a decimal grid is as fine as fits, for columns where means are filled in.
 * Returns null where no grid can hold the range: it is wider than a double, or next to nothing.
 */
export function chooseGrid({ low, high, decimals }: Range, finest: boolean): Grid | null {
  const width = high - low;
  if (!Number.isFinite(width)) return null;
  if (decimals !== null && width * 10 ** decimals < most) {
    let places = decimals;
    while (finest && places < 9 && width * 10 ** (places + 1) < most) places++;
    return { kind: 'decimal', low, scale: 10 ** places };
  }
  if (width === 0) return { kind: 'binary', low, scale: 1 };
  let scale = 2 ** (29 - Math.floor(Math.log2(width)));
  if (!Number.isFinite(scale)) return null;
  while (width * scale >= most) scale /= 2;
  return { kind: 'binary', low, scale };
}

/** The value of a point of the grid, whole or between two. */
export const gridValue = ({ low, scale }: Grid, u: number): number => low + u / scale;

/** The point of the grid nearest to a mean Σu/n. */
export const meanPoint = (total: bigint, n: number): number => Number(roundedRatio(total, BigInt(n)));
