import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import { classSql, type ClassSource } from '../classes.sql.ts';
import { foldSql } from '../fold.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';
import { hashedSql } from '../row-hash.sql.ts';

/**
 * The working table of a fit: the number of the class from 1, the fold from 0, and `u1 … up` as 32-bit whole numbers.
 */
export function workingSql(
  matrix: FeatureMatrix,
  source: ClassSource,
  classes: readonly string[],
  folds: number,
  isNumbered: boolean,
): Sql {
  const columns = numbered('u', matrix.columns.length);
  const points = columns.map((u) => sql`cast(${raw(u)} as integer) as ${raw(u)}`);
  const cases = classes.map((label, i) => sql`when ${literal(label)} then ${whole(i + 1)}`);
  const rows = sql`select matrix_row.*, case known.class ${join(cases, ' ')} end as class
    from (${matrixSql(matrix, sql`true`)}) as matrix_row
    join (${classSql(source)}) as known on known.customer_id = matrix_row.customer_id`;
  return sql`select class, ${foldSql(sql`hash_key`, folds)} as fold, ${join(points)}
    from (${hashedSql(rows, ['class', ...columns], isNumbered)}) as hashed_row`;
}
