import type { Engine } from '../engine/engine.ts';
import { ModelError } from '../errors.ts';
import type { Sql } from '../sql/sql.ts';
import type { FeatureScope, FeatureSet, ModelColumn } from './feature-set.ts';
import { valuesSql } from './feature-set.sql.ts';
import { chooseGrid, meanPoint, mostDecimals, type Grid } from './grid.ts';
import { firstDecimalsSql, rangesSql } from './grid.sql.ts';
import { strangeSql, totalsSql } from './matrix.sql.ts';
import { strange, type StrangeValues } from '../text/en/remarks/classes.ts';

/** A column of a model on its grid. */
export interface MatrixColumn extends ModelColumn {
  readonly grid: Grid;
  /** Lowest and highest value that was fitted. */
  readonly low: number;
  readonly high: number;
  /** Rows without a value. */
  readonly missing: number;
  /**
   * The point of the grid that stands for a missing value, the one nearest to the mean; null: rows with a missing value
   * are left out. Rows with a value that is not finite always are.
   */
  readonly fill: number | null;
}

/**
 * What turns customers into rows of whole numbers: where the columns come from, their grids, their missing values.
 * Frozen with a model.
 */
export interface FeatureMatrix {
  readonly relation: string;
  readonly key: string;
  readonly columns: readonly MatrixColumn[];
  /** Rows that were looked at. */
  readonly rows: number;
  /** Rows that were fitted. */
  readonly used: number;
}

/** So many rows tell which decimals to look for first in all. */
const firstRows = 1_000;

async function readRanges(engine: Engine, values: Sql, count: number): Promise<Record<string, number | null>> {
  const places = Array.from({ length: count }, (_, i) => i);
  const shapeOf = (...kinds: readonly string[]): Record<string, 'number?'> =>
    Object.fromEntries(kinds.flatMap((kind) => places.map((i) => [`${kind}${i}`, 'number?'] as const)));
  const [first] = await engine.rows(firstDecimalsSql(values, count, firstRows), shapeOf('decimals'), 1);
  const known = places.map((i) => first![`decimals${i}`]!);
  const shape = { total: 'number?', complete: 'number?', ...shapeOf('n', 'low', 'high', 'decimals') } as const;
  const [row] = await engine.rows(rangesSql(values, known), shape, 1);
  return row as Record<string, number | null>;
}

/** What is wrong with the values of a column that are not finite. */
const strangeOf = ({ name, transform }: ModelColumn, count: number): StrangeValues => ({
  feature: name,
  count,
  log: transform === 'log1p',
});

/** The same of a fitted matrix whose values are others now. Such rows are left out of it. */
export const tellStrange = (engine: Engine, matrix: FeatureMatrix, where: Sql): Promise<StrangeValues[]> =>
  tellStrangeValues(engine, matrix.columns, valuesSql(matrix, where));

/** By column whose values `x1 … xp` are not finite in some row: what is wrong with them. */
async function tellStrangeValues(
  engine: Engine,
  columns: readonly ModelColumn[],
  values: Sql,
): Promise<StrangeValues[]> {
  const shape = Object.fromEntries(columns.map((_, i) => [`strange${i}`, 'integer'] as const));
  const [row] = await engine.rows(strangeSql(values, columns.length), shape, 1);
  return columns.flatMap((column, i) => {
    const count = row![`strange${i}`]!;
    return count > 0 ? [strangeOf(column, count)] : [];
  });
}

/** The means of the columns that miss values, as points of their grids. */
async function fills(
  engine: Engine,
  values: Sql,
  grids: readonly Grid[],
  lacking: readonly number[],
): Promise<Map<number, number>> {
  if (lacking.length === 0) return new Map();
  const shape = Object.fromEntries(
    lacking.flatMap((i) => [`n${i}`, `s${i}`]).map((column) => [column, 'bigint'] as const),
  );
  const [row] = await engine.rows(totalsSql(values, grids, lacking), shape, 1);
  return new Map(lacking.map((i) => [i, meanPoint(row![`s${i}`]!, Number(row![`n${i}`]!))]));
}

/**
 * Reads the ranges of the columns in one scan and puts each on its grid. Refuses values that are not finite and columns
 * without any value. `missing`: `mean` fills with the mean of the column, also where values are missing only later, when
 * customers are scored; `listwise` leaves the row out.
 */
export async function fitMatrix(
  engine: Engine,
  set: FeatureSet,
  scope: FeatureScope,
  missing: 'mean' | 'listwise',
): Promise<FeatureMatrix> {
  const { model, relation, where } = scope;
  const values = valuesSql(set, where);
  const ranges = await readRanges(engine, values, set.columns.length);
  const rows = ranges['total']!;
  if (rows === 0)
    throw new ModelError(`${model}: no customers to fit in ${relation}; check the input and the as-of day`);

  const measured: Omit<MatrixColumn, 'fill'>[] = [];
  for (const [i, column] of set.columns.entries()) {
    const n = ranges[`n${i}`]!;
    if (n === 0) throw new ModelError(`${model}: ${column.name} has no values; leave it out`);
    const [low, high, decimals] = [ranges[`low${i}`]!, ranges[`high${i}`]!, ranges[`decimals${i}`]!];
    if (!Number.isFinite(low) || !Number.isFinite(high)) {
      const [told] = await tellStrangeValues(engine, set.columns, values);
      throw new ModelError(`${model}: ${strange(told!)}`);
    }
    const grid = chooseGrid({ n, low, high, decimals: decimals > mostDecimals ? null : decimals }, missing === 'mean');
    if (!grid)
      throw new ModelError(
        `${model}: ${column.name} goes from ${low} to ${high}, which no grid can hold; log1p or winsorise it`,
      );
    measured.push({ ...column, grid, low, high, missing: rows - n });
  }

  const grids = measured.map((column) => column.grid);
  const lacking = missing === 'mean' ? measured.map((_, i) => i) : [];
  const filled = await fills(engine, values, grids, lacking);
  const columns = measured.map((column, i): MatrixColumn => ({ ...column, fill: filled.get(i) ?? null }));
  const used = missing === 'mean' ? rows : ranges['complete']!;
  if (used === 0) throw new ModelError(`${model}: every customer misses a value; use missing: mean or fewer features`);
  return { relation: set.relation, key: set.key, columns, rows, used };
}

/** The matrix with some of its columns. */
export const keepColumns = (matrix: FeatureMatrix, kept: readonly number[]): FeatureMatrix => ({
  ...matrix,
  columns: kept.map((i) => matrix.columns[i]!),
});

/** The same columns in the unit that they have in the tables: neither bent nor winsorised. */
export const inColumnUnits = (matrix: FeatureMatrix): FeatureMatrix => ({
  ...matrix,
  columns: matrix.columns.map((column) => ({ ...column, transform: 'none', limits: null })),
});
