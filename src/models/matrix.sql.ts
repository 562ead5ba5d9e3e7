import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { valuesSql, type Kept } from './feature-set.sql.ts';
import type { Grid } from './grid.ts';
import { drawnInPointSql, finitePointSql, finiteSql, pointSql } from './grid.sql.ts';
import { double, names } from './literal.sql.ts';
import type { FeatureMatrix, MatrixColumn } from './matrix.ts';

const x = (i: number): Sql => raw(`x${i + 1}`);
const u = (i: number): Sql => raw(`u${i + 1}`);

/** One row: by column `n` values and their sum `s` in points of the grid. */
export function totalsSql(values: Sql, grids: readonly Grid[], columns: readonly number[]): Sql {
  const totals = columns.map((i) => {
    const point = pointSql(x(i), grids[i]!);
    return sql`count(${x(i)}) as ${raw(`n${i}`)}, coalesce(sum(cast(${point} as bigint)), 0) as ${raw(`s${i}`)}`;
  });
  return sql`select ${join(totals)} from (${values}) as value_row`;
}

/** One row: by column of `x1 … xp` how many values are not finite, as `strange0 …`. */
export const strangeSql = (values: Sql, columns: number): Sql =>
  sql`select ${join(Array.from({ length: columns }, (_, i) => sql`count(case when not (${finiteSql(x(i))}) then 1 end) as ${raw(`strange${i}`)}`))}
    from (${values}) as value_row`;

/** What the rows of a matrix have besides their points, and which there are. */
export interface MatrixRows {
  readonly kept?: Kept;
  /** Rows that lack a value stay, without that point; else they are left out. */
  readonly all?: boolean;
  /** Points further out than this are drawn in to it. */
  readonly farthest?: number;
}

/**
 * The rows of a matrix: `customer_id, u1 … up`, points of the grids as doubles (whole numbers, so exact). A missing
 * value is the point that stands for it, or its row is left out; so is a row with a value that is not finite. Fits and
 * scores read this same text, so that a customer is scored as it was fitted.
 */
export function matrixSql(matrix: FeatureMatrix, where: Sql, options: MatrixRows = {}): Sql {
  const { kept = {}, all = false, farthest = null } = options;
  const { columns } = matrix;
  const points = columns.map(({ grid, fill }, i) => {
    const known = all ? pointSql(x(i), grid) : finitePointSql(x(i), grid);
    const point = farthest === null ? known : drawnInPointSql(x(i), grid, farthest);
    const filled = fill === null ? point : sql`case when ${x(i)} is null then ${double(fill)} else ${point} end`;
    return sql`${filled} as ${u(i)}`;
  });
  const isKnown = ({ fill }: MatrixColumn, i: number): Sql =>
    fill === null ? finiteSql(x(i)) : sql`(${x(i)} is null or ${finiteSql(x(i))})`;
  return sql`select ${join([names(['customer_id', ...Object.keys(kept)]), ...points])}
    from (${valuesSql(matrix, where, kept)}) as value_row
    where ${all ? sql`true` : join(columns.map(isKnown), ' and ')}`;
}
