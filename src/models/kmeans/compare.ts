import { gridValue } from '../grid.ts';
import type { FittedKmeans } from './fitted.ts';
import { distance, type Position } from './space.ts';

/** The centres of a model in the values of its features, by their names. */
function centresOf({ matrix, space, clusters }: FittedKmeans): Map<string, number>[] {
  return clusters.map(
    ({ centre }) =>
      new Map(
        matrix.columns.map(({ name, grid }, j) => [
          name,
          gridValue(grid, space.means[j]! + centre[j]! / space.factors[j]!),
        ]),
      ),
  );
}

/**
 * How far the centres of two models are apart, by cluster of the former and of the present one, in the space of the present one.
 * Infinity where they do not have the same features.
 */
export function centreDistances(former: FittedKmeans, now: FittedKmeans): number[][] {
  const names = now.matrix.columns.map(({ name }) => name);
  const same =
    former.matrix.columns.length === names.length && former.matrix.columns.every(({ name }) => names.includes(name));
  if (!same) return former.clusters.map(() => now.clusters.map(() => Infinity));
  return centresOf(former).map((values) => {
    const there: Position = now.matrix.columns.map(
      ({ name, grid }, j) =>
        ((values.get(name)! - grid.low) * grid.scale - now.space.means[j]!) * now.space.factors[j]!,
    );
    return now.clusters.map(({ centre }) => distance(there, centre));
  });
}
