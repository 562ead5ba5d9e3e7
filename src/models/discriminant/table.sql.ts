import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import type { Rule } from '../rule.ts';
import { assignedSql, standardisedSql } from '../rule.sql.ts';

/** Counts the rows of a working table by `class` and the `place` they are given; of one `fold`, or of all. */
export function tableSql(table: string, rule: Rule, fold: number | null): Sql {
  const where = fold === null ? sql`true` : sql`fold = ${whole(fold)}`;
  const rows = standardisedSql(sql`select * from ${relationName(table)} where ${where}`, rule, ['class']);
  return sql`select class, place, count(*) as customers
    from (${assignedSql(rows, rule, ['class'])}) as assigned
    group by class, place
    order by class, place`;
}
