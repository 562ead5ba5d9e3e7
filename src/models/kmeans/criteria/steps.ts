/**
 * How many steps a unit of distance is counted in, so that sums of distances are sums of whole numbers and come out the
 * same in any order: the power of two that makes 2³⁰ … 2³¹ steps of the root mean square distance from the mean. No
 * distance in n rows is above 2√n times that, so it fits 63 bits; a step is 10⁻⁹ of a usual distance.
 *
 * `meanSquare` is the mean squared distance of the rows from their mean.
 */
export const distanceSteps = (meanSquare: number): number =>
  meanSquare > 0 ? 2 ** (30 - Math.floor(Math.log2(meanSquare) / 2)) : 1;

/** How many steps a silhouette of 1 is counted in: 2⁴⁰, or fewer where so many rows would have a sum above 2⁵³, from where doubles pass over whole numbers. */
export const silhouetteSteps = (rows: number): number =>
  2 ** Math.min(40, 53 - Math.ceil(Math.log2(Math.max(rows, 1))));
