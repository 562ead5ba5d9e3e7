import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { names, whole } from '../literal.sql.ts';
import { cheapestSql } from '../rule.sql.ts';

/** The rows of a working table: of one `fold`, or all. */
export const foldRowsSql = (table: string, fold: number | null): Sql =>
  sql`select * from ${relationName(table)} where ${fold === null ? sql`true` : sql`fold = ${whole(fold)}`}`;

/** Counts rows with costs `c1 … cg` by `class`, the `place` they are given, and what else is asked. */
export function tableSql(costs: Sql, count: number, also: readonly string[] = []): Sql {
  const by = names(['class', 'place', ...also]);
  return sql`select ${by}, count(*) as customers
    from (${cheapestSql(costs, count, ['class', ...also])}) as assigned
    group by ${by}
    order by ${by}`;
}
