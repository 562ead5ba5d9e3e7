import type { Engine } from '../../engine/engine.ts';
import { combineSums } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import { clusterSumsSql } from './lloyd.sql.ts';
import { nearestRule, type Position, type Space } from './space.ts';

/** Exact sums of a cluster in points of the grids. */
export interface Cluster {
  readonly n: bigint;
  readonly sums: readonly bigint[];
}

const combine = (left: readonly Cluster[], right: readonly Cluster[], sign: 1n | -1n): Cluster[] =>
  left.map(({ n, sums }, c) => ({
    n: n + sign * right[c]!.n,
    sums: combineSums(sums, right[c]!.sums, sign),
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
export async function assign(
  engine: Engine,
  table: string,
  space: Space,
  centres: readonly Position[],
): Promise<Cluster[]> {
  const sums = numbered('s', space.means.length);
  const shape = Object.fromEntries(['place', 'n', ...sums].map((column) => [column, 'bigint'] as const));
  const rows = await engine.rows(clusterSumsSql(table, nearestRule(space, centres)), shape, centres.length);
  const found = new Map(rows.map((row) => [Number(row['place']), { n: row['n']!, sums: sums.map((s) => row[s]!) }]));
  return centres.map((_, c) => found.get(c + 1) ?? { n: 0n, sums: sums.map(() => 0n) });
}
