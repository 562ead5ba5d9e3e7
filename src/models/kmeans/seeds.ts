import { kmeans } from 'ml-kmeans';
import { hartigan, toPoints } from './hartigan.ts';

/** Rows without repetitions, in the order they first come in. */
function distinct(rows: readonly (readonly number[])[]): number[][] {
  return [...new Map(rows.map((row) => [row.join(' '), [...row]])).values()];
}

/** Lloyd steps of each start before single points are moved; more of them change nothing but the time. */
const steps = 10;

/**
 * Starting centres from a sample: the best of several k-means++ starts (Arthur & Vassilvitskii 2007; `ml-kmeans`), each refined by
 * moving single points. Fewer than k where the sample has fewer distinct rows.
 */
export function startingCentres(
  sample: readonly (readonly number[])[],
  k: number,
  options: { readonly seed: number; readonly restarts: number },
): readonly (readonly number[])[] {
  const different = distinct(sample);
  if (different.length <= k) return different;
  const rows = sample.map((row) => [...row]);
  const points = toPoints(rows);
  let best: ReturnType<typeof hartigan> | null = null;
  for (let restart = 0; restart < options.restarts; restart++) {
    const start = kmeans(rows, k, { seed: options.seed + restart, initialization: 'kmeans++', maxIterations: steps });
    const refined = hartigan(points, start.centroids);
    if (best === null || refined.within < best.within) best = refined;
  }
  return best!.centres;
}
