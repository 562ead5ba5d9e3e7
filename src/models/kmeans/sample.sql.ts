import { relationName } from '../../sql/relation.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { names, numbered, whole } from '../literal.sql.ts';
import { hashedSql } from '../row-hash.sql.ts';
import { assignedSql, standardisedSql } from '../rule.sql.ts';
import { nearestRule, type Position, type Space } from './space.ts';

/** A hash sample of a matrix: the rows whose hash (`hashedSql`) comes first, `member` from 1 in that order. */
export function sampleSql(matrix: Sql, p: number, rows: number, isNumbered: boolean): Sql {
  const columns = numbered('u', p);
  return sql`select row_number() over (order by hash_key nulls last, customer_id nulls last) as member, ${names(columns)}
    from (
      select customer_id, hash_key, ${names(columns)}
      from (${hashedSql(matrix, columns, isNumbered)}) as hashed_row
      order by hash_key nulls last, customer_id nulls last
      limit ${whole(rows)}
    ) as first_row`;
}

/** The rows of a table of a sample, in their order. */
export const sampledSql = (table: string, p: number): Sql =>
  sql`select ${names(numbered('u', p))} from ${relationName(table)} order by member`;

/** The column that tells into which of k clusters a row falls. */
export const labelOf = (k: number): string => `k${k}`;

/**
 * The first rows of a table of a sample, `member, u1 … up`, with the cluster of each, from 1, by several sets of
 * centres, each in a column `k<number of centres>`.
 */
export function labelledSql(table: string, space: Space, choices: readonly (readonly Position[])[], rows: number): Sql {
  const columns = ['member', ...numbered('u', space.means.length)];
  const first = sql`select ${names(columns)} from ${relationName(table)} where member <= ${whole(rows)}`;
  return choices.reduce<{ from: Sql; keep: string[] }>(
    ({ from, keep }, centres) => {
      const rule = nearestRule(space, centres);
      const label = labelOf(centres.length);
      const assigned = assignedSql(standardisedSql(from, rule, keep), rule, keep);
      return {
        from: sql`select ${join([names(keep), sql`place as ${name(label)}`])} from (${assigned}) as assigned`,
        keep: [...keep, label],
      };
    },
    { from: first, keep: columns },
  ).from;
}
