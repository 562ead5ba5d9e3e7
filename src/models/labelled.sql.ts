import { join, name, sql, type Sql } from '../sql/sql.ts';
import { classSql, knownSql, type ClassSource } from './classes.sql.ts';
import { names, numbered } from './literal.sql.ts';
import type { FeatureMatrix } from './matrix.ts';
import { matrixSql } from './matrix.sql.ts';

/** Rows of a table, by their key. */
interface Rows {
  readonly relation: string;
  readonly key: string;
}

/** Whether the class is a column of the table itself, and not of scores that are joined. */
const isOwn = (rows: Rows, source: ClassSource): boolean =>
  source.relation === rows.relation && source.key === rows.key;

/** The rows whose class is known, over the alias `base`. */
export const labelKnownSql = (rows: Rows, source: ClassSource): Sql =>
  isOwn(rows, source) ? sql`base.${name(source.column)} is not null` : knownSql(source, rows.key);

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
