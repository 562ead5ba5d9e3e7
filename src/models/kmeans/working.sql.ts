import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, numbered, whole } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { matrixSql } from '../matrix.sql.ts';

/** Who is segmented: customers with a purchase, or everyone. */
export const membersSql = (customers: 'buyers' | 'all'): Sql =>
  customers === 'buyers' ? sql`not base.is_prospect` : sql`true`;

/** A larger monetary value counts as none when segments are put in order; sums of smaller ones fit 128 bits. */
const mostWorth = 1e22;

/**
 * The working table of a fit: `u1 … up` as 32-bit whole numbers, and `worth`, what a customer counts when segments are
 * put in order: ten-thousandths of the monetary value, or 0 where there is none.
 */
export function workingSql(matrix: FeatureMatrix, where: Sql, money: string | null): Sql {
  const columns = numbered('u', matrix.columns.length);
  const points = columns.map((u) => sql`cast(${raw(u)} as integer) as ${raw(u)}`);
  const rows = matrixSql(matrix, where);
  if (money === null)
    return sql`select ${join([...points, sql`cast(0 as hugeint) as worth`])} from (${rows}) as matrix_row`;
  const value = sql`base.${name(money)}`;
  const worth = sql`case when abs(cast(${value} as double)) <= ${double(mostWorth)}
      then cast(cast(${value} as decimal(38, 4)) * ${whole(10_000)} as hugeint) else 0 end as worth`;
  return sql`select ${join([...points, worth])}
    from (${rows}) as matrix_row
    join ${relationName(matrix.relation)} as base
      on cast(base.${name(matrix.key)} as varchar) = matrix_row.customer_id`;
}

/** One row: `n`, Σu as `s1 … sp` and Σu² as `q1 … qp` of a working table. */
export function spreadSql(table: string, p: number): Sql {
  const totals = numbered('u', p).flatMap((u, j) => [
    sql`coalesce(sum(${raw(u)}), 0) as ${raw(`s${j + 1}`)}`,
    sql`coalesce(sum(cast(${raw(u)} as bigint) * ${raw(u)}), 0) as ${raw(`q${j + 1}`)}`,
  ]);
  return sql`select ${join([sql`count(*) as n`, ...totals])} from ${relationName(table)}`;
}
