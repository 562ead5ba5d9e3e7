import type { Engine } from '../../engine/engine.ts';
import { fixed, ratio, sum } from '../../math/exact.ts';
import { numbered } from '../literal.sql.ts';
import type { Convergence } from '../model.ts';
import { assignWithin, drawBorder, dropBorders, holdingBorders, type Border } from './border.ts';
import type { Cluster } from './cluster-sums.ts';
import { farthestSql } from './lloyd.sql.ts';
import { nearestRule, positionOf, type Position, type Space } from './space.ts';

/** Centres, the clusters they make, and how the search ended. */
export interface LloydResult {
  readonly centres: readonly Position[];
  readonly clusters: readonly Cluster[];
  readonly convergence: Convergence;
}

/** How a search ends at the latest, and from how many rows on settled ones are left out of it. */
export interface LloydLimits {
  readonly iterations: number;
  readonly border?: number;
}

/** A positive double as a whole number of 2⁻²⁰⁰, exactly where it is at least 2⁻¹⁴⁷. */
const exact = (value: number): bigint => BigInt(Math.floor(value * 2 ** 200));

/**
 * Σ factor²·Σ S²/n: the larger, the smaller the sum of squares within. Exact, so that the last improvement counts as
 * the first one.
 */
export function between(clusters: readonly Cluster[], factors: readonly number[]): bigint {
  const largest = Math.max(...factors);
  return sum(
    factors.map((factor, j) => {
      const squares = clusters.map(({ n, sums }) => (n === 0n ? 0n : fixed(sums[j]! * sums[j]!, n)));
      return exact((factor / largest) ** 2) * sum(squares);
    }),
  );
}

/** New centres: the means; an empty cluster starts again at the row farthest from its centre. */
async function moveCentres(
  engine: Engine,
  table: string,
  space: Space,
  centres: readonly Position[],
  clusters: readonly Cluster[],
): Promise<Position[]> {
  const empty = clusters.filter((cluster) => cluster.n === 0n).length;
  const columns = numbered('u', space.means.length);
  const shape = Object.fromEntries(columns.map((column) => [column, 'number'] as const));
  const far =
    empty === 0 ? [] : await engine.rows(farthestSql(table, nearestRule(space, centres), empty), shape, empty);
  return clusters.map(({ n, sums }) => {
    if (n > 0n)
      return positionOf(
        sums.map((total) => ratio(total, n)),
        space,
      );
    const row = far.shift()!;
    return positionOf(
      columns.map((column) => row[column]!),
      space,
    );
  });
}

const same = (left: readonly Position[], right: readonly Position[]): boolean =>
  left.every((centre, c) => centre.every((value, j) => value === right[c]![j]));

/**
 * Lloyd's algorithm (1982) on all rows of a working table `u1 … up`, until no centre moves. The sums are whole numbers,
 * so every iteration, and with it the result, is the same in any order of the rows and on any number of threads.
 * Towards the end most rows are far from any border between clusters and are not read again; they could not have
 * changed, so the result is that of reading them. The clusters returned are those that the centres returned make.
 */
export async function lloyd(
  engine: Engine,
  table: string,
  space: Space,
  start: readonly Position[],
  { iterations: limit, border = 20_000 }: LloydLimits,
): Promise<LloydResult> {
  let centres = start;
  let borders: readonly Border[] = [];
  let best = -1n;
  try {
    for (let iterations = 1; ; iterations++) {
      borders = holdingBorders(borders, centres);
      const clusters = await assignWithin(engine, table, space, borders, centres);
      const end = (converged: boolean, reason: string): LloydResult => ({
        centres,
        clusters,
        convergence: { iterations, converged, reason },
      });
      const moved = await moveCentres(engine, table, space, centres, clusters);
      if (same(moved, centres)) return end(true, 'no centre moves any more');
      if (clusters.every((cluster) => cluster.n > 0n)) {
        const reached = between(clusters, space.factors);
        if (reached <= best) return end(true, 'the sum of squares falls no further');
        best = reached;
      }
      if (iterations === limit) return end(false, `stopped at the limit of ${limit} iterations`);
      borders = await drawBorder(engine, table, space, borders, { centres, clusters, moved }, border);
      centres = moved;
    }
  } finally {
    await dropBorders(engine, table);
  }
}
