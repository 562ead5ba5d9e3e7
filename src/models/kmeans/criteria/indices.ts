import { distance, type Position } from '../space.ts';
import type { Scatter } from './scatter.ts';

const sumOf = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The mean of all rows of some clusters. */
function overall(clusters: readonly Pick<Scatter, 'n' | 'centre'>[]): Position {
  const n = sumOf(clusters.map((cluster) => cluster.n));
  return (clusters[0]?.centre ?? []).map((_, j) => sumOf(clusters.map((one) => one.n * one.centre[j]!)) / n);
}

/**
 * The variance ratio of Caliński & Harabasz (1974): (B/(k − 1)) / (W/(n − k)), B and W the sums of squares between and
 * within the clusters. The larger, the better apart they are. Null where it has no value: fewer than two clusters, or
 * no variation within them.
 */
export function calinskiHarabasz(clusters: readonly Pick<Scatter, 'n' | 'centre' | 'within'>[]): number | null {
  const k = clusters.length;
  const n = sumOf(clusters.map((cluster) => cluster.n));
  const mean = overall(clusters);
  const between = sumOf(clusters.map((cluster) => cluster.n * distance(cluster.centre, mean) ** 2));
  const within = sumOf(clusters.map((cluster) => cluster.within));
  return k < 2 || within === 0 || n <= k ? null : between / (k - 1) / (within / (n - k));
}

/**
 * The index of Davies & Bouldin (1979, q = 1, p = 2, as in scikit-learn): for each cluster the worst of (S_a + S_b) /
 * |c_a − c_b|, S the mean distance to the own centre; then their mean. The smaller, the better. Null where it has no
 * value: fewer than two clusters, or two with one centre.
 */
export function daviesBouldin(clusters: readonly Pick<Scatter, 'centre' | 'meanDistance'>[]): number | null {
  if (clusters.length < 2) return null;
  const worst = clusters.map((one) =>
    Math.max(
      ...clusters.flatMap((other) =>
        one === other ? [] : [(one.meanDistance + other.meanDistance) / distance(one.centre, other.centre)],
      ),
    ),
  );
  const mean = sumOf(worst) / clusters.length;
  return Number.isFinite(mean) ? mean : null;
}
