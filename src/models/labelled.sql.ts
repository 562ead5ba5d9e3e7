import { join, name, sql, type Sql } from '../sql/sql.ts';
import { classSql, isOwn, labelKnownSql, type ClassSource } from './classes.sql.ts';
import { names, numbered } from './literal.sql.ts';
import type { FeatureMatrix } from './matrix.ts';
import { matrixSql } from './matrix.sql.ts';

/** The rows of a matrix whose class is known, with its name: `customer_id, label, u1 … up`. */
export function labelledSql(matrix: FeatureMatrix, source: ClassSource): Sql {
  const points = numbered('u', matrix.columns.length);
  if (isOwn(matrix, source)) {
    const rows = matrixSql(matrix, labelKnownSql(matrix, source), { kept: { label: source.column } });
    return sql`select customer_id, cast(label as varchar) as label, ${names(points)} from (${rows}) as matrix_row`;
  }
  const columns = join([
    sql`known.customer_id`,
    sql`known.class as label`,
    ...points.map((u) => sql`matrix_row.${name(u)}`),
  ]);
  return sql`select ${columns}
    from (${matrixSql(matrix, sql`true`)}) as matrix_row
    join (${classSql(source)}) as known on known.customer_id = matrix_row.customer_id`;
}
