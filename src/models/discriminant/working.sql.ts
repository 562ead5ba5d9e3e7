import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { classNumberSql, type ClassSource } from '../classes.sql.ts';
import { foldSql } from '../fold.sql.ts';
import { labelledSql } from '../labelled.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
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
  const labelled = labelledSql(matrix, source);
  const rows = folds === 1 ? labelled : hashedSql(labelled, ['label', ...columns], isNumbered);
  const fold = folds === 1 ? whole(0) : foldSql(sql`hash_key`, folds);
  return sql`select ${join([sql`${classNumberSql(sql`label`, classes)} as class`, sql`${fold} as fold`, ...points])}
    from (${rows}) as labelled_row`;
}
