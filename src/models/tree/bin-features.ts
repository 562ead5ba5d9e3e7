import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import type { Sql } from '../../sql/sql.ts';
import { readGroupQuantiles } from '../quantile.ts';
import { raw, sql } from '../../sql/sql.ts';
import type { Dropped } from '../model.ts';
import { evenCells, mostBins, mostValues, pointGrid, type Binning } from './binning.ts';
import { distinctSql, fullestSql, probeSql, rangesSql, strangeSql } from './binning.sql.ts';
import type { RawFeature } from './features.ts';

/** Rows that are looked at before a column is searched for all its different values. */
const probed = 20_000;

/** Cells of equal width are taken where none holds more than this share of the rows. */
const fullest = 1 / 32;

/** A feature and how its values become bins. */
export interface BinnedFeature extends RawFeature {
  readonly binning: Binning;
  /** Rows without a value. */
  readonly missing: number;
}

async function readRanges(engine: Engine, values: Sql, features: readonly RawFeature[]) {
  const kinds = ['n', 'low', 'high'];
  const columns = features.flatMap((_, i) => kinds.map((kind) => [`${kind}${i}`, 'number?'] as const));
  const query = rangesSql(values, features.map(({ levels }) => levels !== null)); // prettier-ignore
  const [row] = await engine.rows(query, { total: 'number', ...Object.fromEntries(columns) }, 1);
  return row as unknown as Record<string, number | null> & { total: number };
}

/** The value at the upper end of each of `mostBins` parts with as many rows each; equal ones once. */
async function quantileEdges(engine: Engine, values: Sql, i: number): Promise<number[]> {
  const rows = sql`select 1 as cell, ${raw(`x${i + 1}`)} as value from (${values}) as value_row`;
  const shares = Array.from({ length: mostBins - 1 }, (_, k) => (k + 1) / mostBins);
  const { quantiles } = (await readGroupQuantiles(engine, rows, 1, shares)).get(1)!;
  return [...new Set(quantiles)];
}

/** The values of each column that has no more than `mostValues`, in order. */
async function readValues(engine: Engine, values: Sql, numbers: readonly number[]): Promise<Map<number, number[]>> {
  if (numbers.length === 0) return new Map();
  const shape = Object.fromEntries(numbers.map((i) => [`d${i}`, 'integer'] as const));
  const [some] = await engine.rows(probeSql(values, numbers, probed), shape, 1);
  const found = new Map<number, number[]>();
  for (const i of numbers.filter((one) => some![`d${one}`]! <= mostValues)) {
    const rows = await engine.rows(distinctSql(values, i, mostValues + 1), { value: 'number' }, mostValues + 1);
    if (rows.length <= mostValues) found.set(i, rows.map(({ value }) => value)); // prettier-ignore
  }
  return found;
}

/** Cells of equal width, or where they are too full, bins with as many rows each. */
async function binMany(
  engine: Engine,
  values: Sql,
  places: readonly number[],
  ranges: Record<string, number | null>,
): Promise<Map<number, Binning>> {
  const bins = new Map<number, Binning>();
  const even = places.flatMap((i) => {
    const cells = evenCells(ranges[`low${i}`]!, ranges[`high${i}`]!);
    return cells ? [{ i, cells }] : [];
  });
  if (even.length > 0) {
    const query = fullestSql(values, even.map(({ i }) => i), even.map(({ cells }) => cells)); // prettier-ignore
    for (const { place, most } of await engine.rows(query, { place: 'integer', most: 'integer' }, even.length)) {
      const { i, cells } = even[place]!;
      if (most <= fullest * ranges[`n${i}`]!) bins.set(i, cells);
    }
  }
  for (const i of places.filter((one) => !bins.has(one)))
    bins.set(i, { kind: 'edges', edges: await quantileEdges(engine, values, i) });
  return bins;
}

/**
 * Decides how the values of each feature become bins. Up to 4,096 different values are a bin each, so that nothing is lost;
 * else there are at most 256 bins. Features without two different values (a missing one is one) are dropped. Throws
 * `ModelError` for values that are not finite.
 *
 * @param values a select of `x1 … xp`
 */
export async function binFeatures(
  engine: Engine,
  features: readonly RawFeature[],
  values: Sql,
): Promise<{ features: BinnedFeature[]; dropped: Dropped[]; rows: number }> {
  const ranges = await readRanges(engine, values, features);
  const numbers = features.flatMap(({ levels }, i) => (levels === null && ranges[`n${i}`]! > 0 ? [i] : []));
  for (const i of numbers) {
    if (Number.isFinite(ranges[`low${i}`]!) && Number.isFinite(ranges[`high${i}`]!)) continue;
    const [found] = await engine.rows(strangeSql(values, i), { strange: 'integer' }, 1);
    throw new ModelError(`tree: ${features[i]!.name} must be finite; it is not in ${found!.strange} rows`);
  }
  const few = await readValues(engine, values, numbers);
  const many = await binMany(engine, values, numbers.filter((i) => !few.has(i)), ranges); // prettier-ignore
  const dropped: Dropped[] = [];
  const binned = features.flatMap((feature, i): BinnedFeature[] => {
    const missing = ranges.total - ranges[`n${i}`]!;
    const [low, high] = [ranges[`low${i}`] ?? null, ranges[`high${i}`] ?? null];
    const varies = low !== high || (missing > 0 && missing < ranges.total);
    if (!varies) dropped.push({ feature: feature.name, reason: low === null ? 'has no values' : 'is constant' });
    if (!varies) return [];
    if (feature.levels !== null) return [{ ...feature, binning: { kind: 'code' }, missing }];
    const values = few.get(i);
    return [{ ...feature, missing, binning: values ? (pointGrid(values) ?? { kind: 'list', values }) : many.get(i)! }];
  });
  return { features: binned, dropped, rows: ranges.total };
}
