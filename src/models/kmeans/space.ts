import type { Rule } from '../rule.ts';

/**
 * Where distances are measured: by column the origin in points of the grid, and how many units of distance one point
 * is.
 */
export interface Space {
  readonly means: readonly number[];
  readonly factors: readonly number[];
}

/** A place in a space, in units of distance from its origin: standard deviations from the mean where standardised. */
export type Position = readonly number[];

/** The position of a point of the grids. */
export const positionOf = (points: readonly number[], { means, factors }: Space): Position =>
  points.map((point, j) => (point - means[j]!) * factors[j]!);

/** The rule that gives a row to its nearest centre: |z − c|² is least where ½|c|² − z·c is. */
export const nearestRule = ({ means, factors }: Space, centres: readonly Position[]): Rule => ({
  columns: means.map((centre, place) => ({ place, centre, factor: factors[place]! })),
  costs: centres.map((centre) => ({
    constant: centre.reduce((sum, value) => sum + value * value, 0) / 2,
    weights: centre.map((value) => -value),
  })),
});

/** The distance of two positions. */
export const distance = (left: Position, right: Position): number =>
  Math.sqrt(left.reduce((sum, value, j) => sum + (value - right[j]!) ** 2, 0));
