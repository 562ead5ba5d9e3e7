import { floatAfter, floatBefore } from '../../math/float.ts';

/** Features with up to this many different values are split between any two of them. */
export const mostValues = 4096;

/** Bins of a feature with more values. */
export const mostBins = 256;

/**
 * How the values of a feature became bins 0, 1, …, in ascending order.
 *
 * - `grid`: value = (first + bin) / scale, every value a bin of its own
 * - `list`: the values themselves
 * - `even`: bin = ⌊(x − low)·scale⌋, cells of equal width
 * - `edges`: bin = how many edges are at or below x
 * - `code`: the levels of text, and −2 for one that was not there
 *
 * A missing value is bin −1.
 */
export type Binning =
  | { readonly kind: 'grid'; readonly first: number; readonly scale: number; readonly count: number }
  | { readonly kind: 'list'; readonly values: readonly number[] }
  | { readonly kind: 'even'; readonly low: number; readonly scale: number }
  | { readonly kind: 'edges'; readonly edges: readonly number[] }
  | { readonly kind: 'code' };

/** The bin of a missing value. */
export const missingBin = -1;

/** How many bins there are at most, missing values apart; of levels, how many there are is not told here. */
export function binCount(binning: Exclude<Binning, { kind: 'code' }>): number {
  switch (binning.kind) {
    case 'grid':
      return binning.count;
    case 'list':
      return binning.values.length;
    case 'even':
      return mostBins;
    case 'edges':
      return binning.edges.length + 1;
  }
}

/** Cells of equal width over a range; one where it is wider than a double. */
export function evenCells(low: number, high: number): Binning {
  const scale = (mostBins - 2 ** -20) / (high - low);
  return Number.isFinite(high - low) && Number.isFinite(scale) && scale > 0
    ? { kind: 'even', low, scale }
    : { kind: 'even', low: 0, scale: 0 };
}

/** The grid of whole points that holds a list of values, where it has few enough: whole numbers, or up to six decimals. */
export function pointGrid(values: readonly number[]): Binning | null {
  const [low, high] = [values[0]!, values.at(-1)!];
  for (let places = 0; places <= 6; places++) {
    const scale = 10 ** places;
    if (!((high - low) * scale < mostValues)) return null;
    const first = Math.round(low * scale);
    if (Number.isSafeInteger(first) && values.every((value) => value === Math.round(value * scale) / scale))
      return { kind: 'grid', first, scale, count: Math.round(high * scale) - first + 1 };
  }
  return null;
}

/** Where a feature is cut: rows with bins up to `cut` lie below the threshold. */
export interface Cut {
  readonly cut: number;
  readonly threshold: number;
}

/** The first double that lies in a cell or beyond. */
function cellStart({ low, scale }: { readonly low: number; readonly scale: number }, cell: number): number {
  const isBelow = (x: number): boolean => Math.floor((x - low) * scale) < cell;
  let start = low + cell / scale;
  while (!isBelow(floatBefore(start))) start = floatBefore(start);
  while (isBelow(start)) start = floatAfter(start);
  return start;
}

/**
 * The cut between two neighbouring bins of a node: half-way between their values, as rpart has it; of bins that hold
 * several values the border between bins in the middle. The rule is x < threshold.
 */
export function cutBetween(binning: Binning, below: number, above: number): Cut {
  const middle = (below + above - 1) >> 1;
  if (binning.kind === 'code') throw new Error('levels have no order to cut');
  if (binning.kind === 'even') return { cut: middle, threshold: cellStart(binning, middle + 1) };
  if (binning.kind === 'edges') return { cut: middle, threshold: binning.edges[middle]! };
  const value = (bin: number): number =>
    binning.kind === 'grid' ? (binning.first + bin) / binning.scale : binning.values[bin]!;
  const half =
    binning.kind === 'grid'
      ? (2 * binning.first + below + above) / (2 * binning.scale)
      : value(below) / 2 + value(above) / 2;
  const threshold = half > value(below) ? half : value(above);
  let cut = below;
  while (cut + 1 < above && value(cut + 1) < threshold) cut++;
  return { cut, threshold };
}
