/**
 * Where a quantile lies among n ordered values, and how it is read off: type 7 of Hyndman & Fan (1996), position (n −
 * 1)·p from zero, linear between neighbours. The order of operations is that of `numpy.percentile`, so that cut-points
 * equal those of pandas to the last bit.
 */
export interface QuantilePosition {
  /** Index from zero of the ordered value at or below. */
  readonly below: number;
  /** Index of the next one; the same at the end. */
  readonly above: number;
  /** Share of the way from one to the other. */
  readonly part: number;
}

/** The position of the quantile p (0 … 1) among n values. */
export function quantilePosition(n: number, p: number): QuantilePosition {
  const at = (n - 1) * ((p * 100) / 100);
  const below = Math.floor(at);
  return { below, above: Math.min(below + 1, n - 1), part: at - below };
}

/** The value a share of the way from `low` to `high` (numpy's `_lerp`). */
export function interpolate(low: number, high: number, part: number): number {
  return part >= 0.5 ? high - (high - low) * (1 - part) : low + (high - low) * part;
}

/** The quantile p (0 … 1) of ascending numbers. */
export function quantileOf(sorted: readonly number[], p: number): number {
  const { below, above, part } = quantilePosition(sorted.length, p);
  return interpolate(sorted[below]!, sorted[above]!, part);
}

/** 0, 1/bins, …, 1 as `numpy.linspace` computes them. */
export const evenProbabilities = (bins: number): number[] =>
  Array.from({ length: bins + 1 }, (_, i) => (i === bins ? 1 : i * (1 / bins)));
