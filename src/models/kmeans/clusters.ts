import type { Engine } from '../../engine/engine.ts';
import { aboutMean, fixed, fixedToNumber, ratio } from '../../math/exact.ts';
import type { Transform } from '../../text/feature.ts';
import { gridValue } from '../grid.ts';
import { numbered } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import type { ClusterFeature, KmeansCluster, KmeansFeature } from './fitted.ts';
import { readDistances } from './criteria/scatter.ts';
import { clusterSquaresSql, placedSql } from './lloyd.sql.ts';
import type { Cluster } from './cluster-sums.ts';
import type { LloydResult } from './lloyd.ts';
import { nearestRule, type Position, type Space } from './space.ts';
import type { Weighed } from './weights.ts';
import type { Spread } from './working.ts';

/** A transformed value in the unit of its column again. */
export function untransformed(value: number, transform: Transform): number {
  switch (transform) {
    case 'none':
      return value;
    case 'log1p':
      return Math.expm1(value);
    case 'signed_log':
      return value < 0 ? -Math.expm1(-value) : Math.expm1(value);
  }
}

/** What the features are over all customers of the fit. */
export function overallFeatures(
  matrix: FeatureMatrix,
  { means, deviations }: Spread,
  weighed: readonly Weighed[],
): KmeansFeature[] {
  return matrix.columns.map(({ name, transform, grid }, j) => {
    const mean = gridValue(grid, means[j]!);
    const typical = untransformed(mean, transform);
    return { feature: name, mean, sd: deviations[j]! / grid.scale, typical, weight: weighed[j]!.weight };
  });
}

/** The mean squared distance of all rows from their mean. */
export const meanSquareOf = ({ deviations }: Spread, { factors }: Space): number =>
  factors.reduce((sum, factor, j) => sum + (deviations[j]! * factor) ** 2, 0);

interface Measured extends Cluster {
  /** Σu² by column. */
  readonly squares: readonly bigint[];
  readonly worth: bigint;
  readonly centre: Position;
  readonly meanDistance: number;
  readonly farthest: number;
}

async function measure(
  engine: Engine,
  table: string,
  space: Space,
  { centres, clusters }: LloydResult,
  meanSquare: number,
): Promise<Measured[]> {
  const rule = nearestRule(space, centres);
  const squares = numbered('q', space.means.length);
  const shape = Object.fromEntries(['place', 'worth', ...squares].map((column) => [column, 'bigint'] as const));
  const rows = await engine.rows(clusterSquaresSql(table, rule), shape, clusters.length);
  const found = new Map(rows.map((row) => [Number(row['place']), row]));
  const counts = clusters.map(({ n }) => Number(n));
  const distances = await readDistances(engine, placedSql(table, rule), space, centres, counts, meanSquare);
  return clusters.map((cluster, c) => {
    const row = found.get(c + 1);
    const known = { ...cluster, ...distances[c]!, centre: centres[c]! };
    return { ...known, squares: squares.map((q) => row?.[q] ?? 0n), worth: row?.['worth'] ?? 0n };
  });
}

const sign = (difference: bigint): number => (difference > 0n ? 1 : difference < 0n ? -1 : 0);

/** The order of the segments: by mean worth, then by size, largest first; then by centre, smallest first. */
function inOrder(left: Measured, right: Measured): number {
  const byWorth = sign(right.worth * left.n - left.worth * right.n);
  const at = left.centre.findIndex((value, j) => value !== right.centre[j]);
  return byWorth || sign(right.n - left.n) || (at < 0 ? 0 : left.centre[at]! - right.centre[at]!);
}

/** The clusters with their names, sizes, sums of squares and profiles, in the order they were searched in. */
export async function describeClusters(
  engine: Engine,
  table: string,
  found: LloydResult,
  matrix: FeatureMatrix,
  spread: Spread,
  space: Space,
): Promise<KmeansCluster[]> {
  const measured = await measure(engine, table, space, found, meanSquareOf(spread, space));
  const ranked = [...measured].sort(inOrder);
  return measured.map((cluster): KmeansCluster => {
    const { n, sums, squares, centre, meanDistance, farthest } = cluster;
    // About the centre that is published, which is not the mean where the search was stopped: Σ(u − c)² = Σ(u − ū)² + n·(ū − c)².
    const scatters = sums.map((total, j) => {
      if (n === 0n) return 0;
      const aside = (ratio(total, n) - spread.means[j]!) * space.factors[j]! - centre[j]!;
      const about = fixedToNumber(fixed(aboutMean(n, squares[j]!, total), n)) * space.factors[j]! ** 2;
      return about + Number(n) * aside ** 2;
    });
    const features = matrix.columns.map(({ name, transform, grid }, j): ClusterFeature => {
      const point = n === 0n ? spread.means[j]! + centre[j]! / space.factors[j]! : ratio(sums[j]!, n);
      const mean = gridValue(grid, point);
      const z = (point - spread.means[j]!) / spread.deviations[j]!;
      return { feature: name, mean, z, typical: untransformed(mean, transform) };
    });
    return {
      segment: `s${ranked.indexOf(cluster) + 1}`,
      customers: Number(n),
      centre,
      within: scatters.reduce((total, value) => total + value, 0),
      meanDistance,
      farthest,
      features,
    };
  });
}
