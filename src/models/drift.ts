import type { Engine } from '../engine/engine.ts';
import { evenProbabilities } from '../math/quantile.ts';
import { relationName } from '../sql/relation.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { binCountsSql } from './drift.sql.ts';
import { whole } from './literal.sql.ts';
import { readGroupQuantiles } from './quantile.ts';

/** A feature as it was distributed when a model was fitted: shares of its customers between cut-points. */
export interface FeatureReference {
  readonly feature: string;
  /** Inner cut-points in points of the grid, ascending: deciles, fewer where many values are equal. */
  readonly cuts: readonly number[];
  /** One more than cut-points; their sum is 1. */
  readonly shares: readonly number[];
}

/** Into how many parts a feature is cut. */
const parts = 10;

async function countBins(engine: Engine, rows: Sql, cuts: readonly (readonly number[])[]): Promise<number[][]> {
  const shape = { place: 'integer', bin: 'integer', members: 'integer' } as const;
  const found = await engine.rows(binCountsSql(rows, cuts), shape, parts * cuts.length);
  const counts = cuts.map((inner) => Array.from({ length: inner.length + 1 }, () => 0));
  for (const { place, bin, members } of found) counts[place]![bin] = members;
  return counts;
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** How the columns `u1 … up` of a working table are distributed. */
export async function fitReference(
  engine: Engine,
  table: string,
  features: readonly string[],
): Promise<FeatureReference[]> {
  const columns = features.map(
    (_, i) => sql`select ${whole(i)} as cell, ${raw(`u${i + 1}`)} as value from ${relationName(table)}`,
  );
  const found = await readGroupQuantiles(
    engine,
    join(columns, ' union all '),
    features.length,
    evenProbabilities(parts),
  );
  const cuts = features.map((_, i) => [...new Set(found.get(i)?.quantiles.slice(1, -1))]);
  const counts = await countBins(engine, sql`select * from ${relationName(table)}`, cuts);
  return features.map((feature, i) => ({
    feature,
    cuts: cuts[i]!,
    shares: counts[i]!.map((count) => count / total(counts[i]!)),
  }));
}

/**
 * The population stability index Σ (a − e)·ln(a / e) of shares now (a) against those expected (e) (Siddiqi 2006, ch. 6: below 0.1 no change, above 0.25 a
 * large one). An empty part counts as half a customer. There must be customers now.
 */
export function populationStability(expected: readonly number[], counts: readonly number[]): number {
  const n = total(counts);
  const floor = 0.5 / n;
  return expected.reduce((sum, share, i) => {
    const [e, a] = [Math.max(share, floor), Math.max(counts[i]! / n, floor)];
    return sum + (a - e) * Math.log(a / e);
  }, 0);
}

/** The population stability index of a feature. */
export interface Drift {
  readonly feature: string;
  readonly psi: number;
}

/**
 * The population stability index of each feature; null where there are no rows.
 *
 * @param rows the rows of the model's matrix now: `u1 … up`
 */
export async function readStability(
  engine: Engine,
  rows: Sql,
  reference: readonly FeatureReference[],
): Promise<Drift[] | null> {
  const counts = await countBins(
    engine,
    rows,
    reference.map(({ cuts }) => cuts),
  );
  if (counts.some((bins) => total(bins) === 0)) return null;
  return reference.map(({ feature, shares }, i) => ({ feature, psi: populationStability(shares, counts[i]!) }));
}
