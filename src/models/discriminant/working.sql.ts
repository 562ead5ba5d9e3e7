import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import { classSql, type ClassSource } from '../classes.sql.ts';
import { foldSql } from '../fold.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';

/**
 * The working table of a fit: the number of the class from 1, the fold from 0, and `u1 … up` as 32-bit whole numbers.
 */
export function workingSql(matrix: FeatureMatrix, source: ClassSource, classes: readonly string[], folds: number): Sql {
  const points = numbered('u', matrix.columns.length).map((u) => sql`cast(${raw(u)} as integer) as ${raw(u)}`);
  const cases = classes.map((label, i) => sql`when ${literal(label)} then ${whole(i + 1)}`);
  return sql`select case known.class ${join(cases, ' ')} end as class, ${foldSql(sql`md5(known.customer_id)`, folds)} as fold, ${join(points)}
    from (${matrixSql(matrix, sql`true`)}) as matrix_row
    join (${classSql(source)}) as known on known.customer_id = matrix_row.customer_id`;
}
