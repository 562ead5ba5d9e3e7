import { relationName } from '../sql/relation.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { names, numbered } from './literal.sql.ts';

/**
 * `n`, Σu as `s1 … sp` and Σuv as `q1 …` (the upper triangle row by row) of the columns `u1 … up` by group. The columns
 * are 32-bit and their products 64-bit whole numbers, so the sums, 128-bit, are exact in any order.
 */
export function momentsSql(table: string, by: readonly string[], p: number): Sql {
  const columns = numbered('u', p);
  const sums = columns.map((u, i) => sql`sum(${raw(u)}) as ${raw(`s${i + 1}`)}`);
  const pairs = columns.flatMap((u, i) => columns.slice(i).map((v) => sql`sum(cast(${raw(u)} as bigint) * ${raw(v)})`));
  const products = pairs.map((total, i) => sql`${total} as ${raw(`q${i + 1}`)}`);
  return sql`select ${join([names(by), sql`count(*) as n`, ...sums, ...products])}
    from ${relationName(table)}
    group by ${names(by)}
    order by ${names(by)}`;
}
