import type { FittedKmeans } from './fitted.ts';
import { distance } from './space.ts';

/** The segment whose centre is nearest to that of another. */
export interface Neighbour {
  readonly segment: string;
  readonly nearest: string;
  /** Of the two centres, in the units of the space of the model: standard deviations where standardised. */
  readonly distance: number;
}

/** The nearest other segment of each segment; of equally near ones the first of the model. A single segment has none. */
export const nearestSegments = ({ clusters }: FittedKmeans): Neighbour[] =>
  clusters.flatMap(({ segment, centre }) => {
    const others = clusters
      .filter((other) => other.segment !== segment)
      .map((other) => ({ segment, nearest: other.segment, distance: distance(centre, other.centre) }));
    return others.length === 0 ? [] : [others.reduce((best, one) => (one.distance < best.distance ? one : best))];
  });
