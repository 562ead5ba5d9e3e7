import type { Engine } from '../../engine/engine.ts';
import { numbered } from '../literal.sql.ts';
import { clusterSumsSql, type Centres } from './lloyd.sql.ts';

/** Exact sums of a cluster in points of the grids. */
export interface Cluster {
  readonly n: bigint;
  readonly sums: readonly bigint[];
}

/** k clusters without rows. */
export const noClusters = (k: number, p: number): Cluster[] =>
  Array.from({ length: k }, () => ({ n: 0n, sums: Array.from({ length: p }, () => 0n) }));

const combine = (left: readonly Cluster[], right: readonly Cluster[], sign: bigint): Cluster[] =>
  left.map(({ n, sums }, c) => ({
    n: n + sign * right[c]!.n,
    sums: sums.map((sum, j) => sum + sign * right[c]!.sums[j]!),
  }));

/** The sums of two sets of rows together. */
export const addClusters = (left: readonly Cluster[], right: readonly Cluster[]): Cluster[] => combine(left, right, 1n);

/** The sums of a set of rows without some of them. */
export const withoutClusters = (all: readonly Cluster[], part: readonly Cluster[]): Cluster[] =>
  combine(all, part, -1n);

/** How many rows clusters have. */
export const rowsOf = (clusters: readonly Cluster[]): number =>
  Number(clusters.reduce((total, { n }) => total + n, 0n));

/** Assigns the rows of a working table to their nearest centres and sums them, in one scan. */
export async function assign(engine: Engine, table: string, centres: Centres): Promise<Cluster[]> {
  const [k, p] = [centres.centres.length, centres.factors.length];
  const sums = numbered('s', p);
  const shape = Object.fromEntries(['cluster', 'n', ...sums].map((column) => [column, 'bigint'] as const));
  const clusters = noClusters(k, p);
  for (const row of await engine.rows(clusterSumsSql(table, centres), shape, k)) {
    clusters[Number(row['cluster']) - 1] = { n: row['n']!, sums: sums.map((sum) => row[sum]!) };
  }
  return clusters;
}
