import { join, name, sql, type Sql } from '../sql/sql.ts';
import { names } from './literal.sql.ts';

/**
 * Adds `hash_key` to rows, which samples and folds are taken by: the md5 of `customer_id`. Where that is but the number of a row, it says nothing of
 * who the row is: there the md5 of the row's values in `columns` and a running number among rows with equal ones. Either way it does not depend on
 * the order of rows or on chance.
 */
export function hashedSql(rows: Sql, columns: readonly string[], isNumbered: boolean): Sql {
  if (!isNumbered) return sql`select *, md5(customer_id) as hash_key from (${rows}) as keyed_row`;
  const values = columns.map((column) => sql`cast(${name(column)} as varchar)`);
  const running = sql`cast(row_number() over (partition by ${names(columns)}) as varchar)`;
  return sql`select *, md5(concat_ws(' ', ${join([...values, running])})) as hash_key from (${rows}) as numbered_row`;
}
