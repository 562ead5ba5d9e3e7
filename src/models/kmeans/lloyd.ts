import type { Engine } from '../../engine/engine.ts';
import { fixed, ratio, sum } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import type { Convergence } from '../model.ts';
import { clusterSumsSql, farthestSql, type Centres } from './lloyd.sql.ts';

/** Exact sums of a cluster in points of the grids. */
export interface Cluster {
  readonly n: bigint;
  readonly sums: readonly bigint[];
}

/** Centres, the clusters they make, and how the search ended. */
export interface LloydResult {
  readonly centres: Centres;
  readonly clusters: readonly Cluster[];
  readonly convergence: Convergence;
}

async function assign(engine: Engine, table: string, centres: Centres): Promise<Cluster[]> {
  const k = centres.centres.length;
  const sums = numbered('s', centres.factors.length);
  const shape = Object.fromEntries(['cluster', 'n', ...sums].map((column) => [column, 'bigint'] as const));
  const rows = await engine.rows(clusterSumsSql(table, centres), shape, k);
  const found = new Map(rows.map((row) => [Number(row['cluster']), { n: row['n']!, sums: sums.map((s) => row[s]!) }]));
  return Array.from({ length: k }, (_, c) => found.get(c + 1) ?? { n: 0n, sums: sums.map(() => 0n) });
}

/** A positive double as a whole number of 2⁻²⁰⁰, exactly where it is at least 2⁻¹⁴⁷. */
const exact = (value: number): bigint => BigInt(Math.floor(value * 2 ** 200));

/** Σ factor²·Σ S²/n: the larger, the smaller the sum of squares within. Exact, so that the last improvement counts as the first. */
function between(clusters: readonly Cluster[], factors: readonly number[]): bigint {
  const largest = Math.max(...factors);
  return sum(
    factors.map((factor, j) => {
      const squares = clusters.map(({ n, sums }) => (n === 0n ? 0n : fixed(sums[j]! * sums[j]!, n)));
      return exact((factor / largest) ** 2) * sum(squares);
    }),
  );
}

/** New centres: the means; an empty cluster starts again at the row farthest from its centre. */
async function move(
  engine: Engine,
  table: string,
  { factors, centres }: Centres,
  clusters: readonly Cluster[],
): Promise<Centres> {
  const empty = clusters.filter((cluster) => cluster.n === 0n).length;
  const columns = numbered('u', factors.length);
  const shape = Object.fromEntries(columns.map((column) => [column, 'number'] as const));
  const far = empty === 0 ? [] : await engine.rows(farthestSql(table, { factors, centres }, empty), shape, empty);
  const moved = clusters.map(({ n, sums }) => {
    if (n > 0n) return sums.map((total, j) => ratio(total, n) * factors[j]!);
    const row = far.shift()!;
    return columns.map((column, j) => row[column]! * factors[j]!);
  });
  return { factors, centres: moved };
}

const same = (left: Centres, right: Centres): boolean =>
  left.centres.every((centre, c) => centre.every((value, j) => value === right.centres[c]![j]));

/**
 * Lloyd's algorithm (1982) on all rows of a working table `u1 … up`: one scan an iteration, until no centre moves. The sums are whole numbers, so
 * every iteration, and with it the result, is the same in any order of the rows and on any number of threads. The clusters returned are
 * those that the centres returned make.
 */
export async function lloyd(engine: Engine, table: string, start: Centres, limit: number): Promise<LloydResult> {
  let centres = start;
  let best = -1n;
  for (let iterations = 1; ; iterations++) {
    const clusters = await assign(engine, table, centres);
    const end = (converged: boolean, reason: string): LloydResult => ({
      centres,
      clusters,
      convergence: { iterations, converged, reason },
    });
    const moved = await move(engine, table, centres, clusters);
    if (same(moved, centres)) return end(true, 'no centre moves any more');
    const reached = between(clusters, centres.factors);
    const full = clusters.every((cluster) => cluster.n > 0n);
    if (full && reached <= best) return end(true, 'the sum of squares falls no further');
    if (iterations === limit) return end(false, `stopped at the limit of ${limit} iterations`);
    if (full) best = reached;
    centres = moved;
  }
}
