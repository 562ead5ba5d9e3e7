import { relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';

/** Where the classes are: a column of a table and the column that identifies its rows. */
export interface ClassSource {
  readonly relation: string;
  readonly key: string;
  readonly column: string;
}

/** `customer_id, class` of the customers whose class is known. */
export const classSql = ({ relation, key, column }: ClassSource): Sql =>
  sql`select cast(${name(key)} as varchar) as customer_id, cast(${name(column)} as varchar) as class
    from ${relationName(relation)}
    where ${name(column)} is not null`;

/** The classes by code point. */
export const classesSql = (source: ClassSource, limit: number): Sql =>
  sql`select class from (${classSql(source)}) as known group by class order by class nulls last limit ${whole(limit)}`;

/** The customers that are fitted: those whose class is known. Over the alias `base`. */
export const knownSql = (source: ClassSource, key: string): Sql =>
  sql`cast(base.${name(key)} as varchar) in (select customer_id from (${classSql(source)}) as known)`;

/**
 * The part 0 … folds − 1 of a customer: equal ranges of `md5(customer_id)`, compared as text. It never depends on the
 * other customers.
 */
function foldSql(folds: number): Sql {
  const cases = Array.from({ length: folds - 1 }, (_, i) => {
    const bound = Math.round(((i + 1) * 2 ** 32) / folds)
      .toString(16)
      .padStart(8, '0');
    return sql`when md5(known.customer_id) < ${literal(bound)} then ${whole(i)}`;
  });
  return sql`case ${join(cases, ' ')} else ${whole(folds - 1)} end`;
}

/**
 * The working table of a fit: the number of the class from 1, the fold from 0, and `u1 … up` as 32-bit whole numbers.
 */
export function workingSql(matrix: FeatureMatrix, source: ClassSource, classes: readonly string[], folds: number): Sql {
  const points = numbered('u', matrix.columns.length).map((u) => sql`cast(${raw(u)} as integer) as ${raw(u)}`);
  const cases = classes.map((label, i) => sql`when ${literal(label)} then ${whole(i + 1)}`);
  return sql`select case known.class ${join(cases, ' ')} end as class, ${foldSql(folds)} as fold, ${join(points)}
    from (${matrixSql(matrix, sql`true`)}) as matrix_row
    join (${classSql(source)}) as known on known.customer_id = matrix_row.customer_id`;
}
