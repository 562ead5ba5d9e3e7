import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { readGroupQuantiles } from '../quantile.ts';
import { type Dropped, droppedFor } from '../model.ts';
import { evenCells, mostBins, mostValues, pointGrid, type Binning } from './binning.ts';
import { distinctSql, fullestSql, probeSql, rangesSql, strangeSql } from './binning.sql.ts';
import type { RawFeature } from './features.ts';

/** Rows that are looked at before a column is searched for all its different values. */
const probed = 20_000;

/** Cells of equal width are kept where none holds more than this share of the rows. */
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

/** Features whose cells of equal width are too full, by the counts of the root: bins with as many rows each tell more. */
export async function findCrowded(
  engine: Engine,
  counts: string,
  features: readonly BinnedFeature[],
  classes: number,
): Promise<number[]> {
  const even = features.flatMap(({ binning }, i) => (binning.kind === 'even' ? [i] : []));
  if (even.length === 0) return [];
  const shape = { feature: 'integer', most: 'number', known: 'number' } as const;
  const found = await engine.rows(fullestSql(counts, even, classes), shape, even.length);
  return found.filter(({ most, known }) => most > fullest * known).map(({ feature }) => feature);
}

/** The value at the upper end of each of `mostBins` parts with as many rows each; equal ones once. `values` is a select of `x1`. */
export async function edgesOf(engine: Engine, values: Sql): Promise<Binning> {
  const rows = sql`select 1 as cell, x1 as value from (${values}) as value_row`;
  const shares = Array.from({ length: mostBins - 1 }, (_, k) => (k + 1) / mostBins);
  const { quantiles } = (await readGroupQuantiles(engine, rows, 1, shares)).get(1)!;
  return { kind: 'edges', edges: [...new Set(quantiles)] };
}

/**
 * Decides how the values of each feature become bins. Up to 4,096 different values are a bin each, so that nothing is lost;
 * else there are 256 cells of equal width, for a start: see `findCrowded`. Features without two different values (a missing one is one) are dropped. Throws
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
  const dropped: Dropped[] = [];
  const binned = features.flatMap((feature, i): BinnedFeature[] => {
    const missing = ranges.total - ranges[`n${i}`]!;
    const [low, high] = [ranges[`low${i}`] ?? null, ranges[`high${i}`] ?? null];
    const varies = low !== high || (low !== null && missing > 0);
    if (!varies) dropped.push(droppedFor(feature.name, { code: low === null ? 'empty' : 'constant' }));
    if (!varies) return [];
    if (feature.levels !== null) return [{ ...feature, binning: { kind: 'code' }, missing }];
    const listed = few.get(i);
    const binning = listed
      ? (pointGrid(listed) ?? ({ kind: 'list', values: listed } as const))
      : evenCells(low!, high!);
    return [{ ...feature, missing, binning }];
  });
  return { features: binned, dropped, rows: ranges.total };
}
