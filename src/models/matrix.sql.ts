import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { valuesSql } from './feature-set.sql.ts';
import type { Grid } from './grid.ts';
import { pointSql, strangeSql } from './grid.sql.ts';
import type { FeatureMatrix } from './matrix.ts';

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

/** One row: by column of a matrix how many values are not finite, as `strange0 …`. */
export function strangeValuesSql(matrix: FeatureMatrix, where: Sql): Sql {
  const counts = matrix.columns.map((_, i) => sql`${strangeSql(x(i))} as ${raw(`strange${i}`)}`);
  return sql`select ${join(counts)} from (${valuesSql(matrix, where)}) as value_row`;
}

/**
 * The rows of a matrix: `customer_id, u1 … up`, points of the grids as doubles (whole numbers, so exact). A missing
 * value is the point that stands for it, or its row is left out; so is a row with a value that is not finite. Fits and
 * scores read this same text, so that a customer is scored as it was fitted.
 */
export function matrixSql(matrix: FeatureMatrix, where: Sql): Sql {
  const { columns } = matrix;
  const points = columns.map(({ grid, fill }, i) => sql`${pointSql(x(i), grid, fill)} as ${u(i)}`);
  const complete = columns.map((_, i) => sql`${u(i)} is not null`);
  const rows = sql`select customer_id, ${join(points)} from (${valuesSql(matrix, where)}) as value_row`;
  return sql`select * from (${rows}) as point_row where ${join(complete, ' and ')}`;
}
