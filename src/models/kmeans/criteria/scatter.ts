import type { Engine } from '../../../engine/engine.ts';
import { aboutMean, fixed, fixedToNumber, ratio } from '../../../math/exact.ts';
import type { Sql } from '../../../sql/sql.ts';
import { numbered } from '../../literal.sql.ts';
import { positionOf, type Position, type Space } from '../space.ts';
import { centreDistancesSql, labelSumsSql } from './scatter.sql.ts';
import { distanceSteps } from './steps.ts';

/** How the rows of a cluster lie about their mean. */
export interface Scatter {
  readonly n: number;
  /** The mean of its rows. */
  readonly centre: Position;
  /** Sum of squared distances to the centre. */
  readonly within: number;
  /** Mean distance to the centre. */
  readonly meanDistance: number;
  /** The largest distance to the centre. */
  readonly farthest: number;
}

/** The distances of labelled rows to the centres of their clusters (numbered from 1): means and largest ones. */
export async function readDistances(
  engine: Engine,
  labelled: Sql,
  space: Space,
  centres: readonly Position[],
  counts: readonly number[],
  meanSquare: number,
): Promise<Pick<Scatter, 'meanDistance' | 'farthest'>[]> {
  const steps = distanceSteps(meanSquare);
  const shape = { place: 'integer', total: 'bigint', farthest: 'bigint' } as const;
  const rows = await engine.rows(centreDistancesSql(labelled, space, centres, steps), shape, centres.length);
  const found = new Map(rows.map((row) => [row.place, row]));
  return centres.map((_, c) => {
    const row = found.get(c + 1);
    if (!row) return { meanDistance: 0, farthest: 0 };
    return { meanDistance: ratio(row.total, BigInt(counts[c]!)) / steps, farthest: Number(row.farthest) / steps };
  });
}

/**
 * Measures clusters that labels make, in two scans of the rows: `place` (1 … k) and `u1 … up`, points of the grids.
 * Whole-number sums throughout. Clusters come in the order of their labels; one without rows is left out.
 */
export async function readScatter(engine: Engine, labelled: Sql, space: Space, k: number): Promise<Scatter[]> {
  const p = space.means.length;
  const [sums, squares] = [numbered('s', p), numbered('q', p)];
  const shape = Object.fromEntries(['place', 'n', ...sums, ...squares].map((column) => [column, 'bigint'] as const));
  const rows = await engine.rows(labelSumsSql(labelled, p), shape, k);
  const clusters = rows.map((row) => {
    const n = row['n']!;
    const within = sums.map((s, j) => fixedToNumber(fixed(aboutMean(n, row[squares[j]!]!, row[s]!), n)));
    return {
      place: Number(row['place']),
      n: Number(n),
      centre: positionOf(
        sums.map((s) => ratio(row[s]!, n)),
        space,
      ),
      within: within.reduce((total, value, j) => total + value * space.factors[j]! ** 2, 0),
    };
  });
  const places = Array.from({ length: Math.max(...clusters.map(({ place }) => place), 0) }, (_, c) =>
    clusters.find(({ place }) => place === c + 1),
  );
  const origin = space.means.map(() => 0);
  const total = clusters.reduce((sum, { n, centre, within }) => sum + within + n * Math.hypot(...centre) ** 2, 0);
  const distances = await readDistances(
    engine,
    labelled,
    space,
    places.map((cluster) => cluster?.centre ?? origin),
    places.map((cluster) => cluster?.n ?? 0),
    total / clusters.reduce((sum, { n }) => sum + n, 0),
  );
  return clusters.map(({ place, ...cluster }) => ({ ...cluster, ...distances[place - 1]! }));
}
