import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, names, numbered, sumOf, whole } from '../literal.sql.ts';
import type { Rule } from '../rule.ts';
import { assignedSql, rankedSql, standardisedSql } from '../rule.sql.ts';

const points = (rule: Rule): string[] => numbered('u', rule.columns.length);

/** The rows of a working table in standardised values `z1 … zp`, with their columns. */
const workingRows = (table: string, rule: Rule, keep: readonly string[]): Sql =>
  standardisedSql(sql`select * from ${relationName(table)}`, rule, keep);

/** |z|² of a row, added in the order of the columns. */
const size = (rule: Rule): Sql => sumOf(numbered('z', rule.columns.length).map((z) => sql`${raw(z)} * ${raw(z)}`));

/** The distance that a cost stands for, |z − c| = √(|z|² + 2·cost); what rounding takes below 0 is 0. */
const distanceSql = (cost: string): Sql =>
  sql`sqrt(case when size + 2 * ${raw(cost)} > 0 then size + 2 * ${raw(cost)} else 0 end)`;

/** By cluster: rows `n` and Σu as `s1 … sp`. Whole numbers, so exact. */
export function clusterSumsSql(table: string, rule: Rule): Sql {
  const columns = points(rule);
  const sums = columns.map((u, j) => sql`sum(${raw(u)}) as ${raw(`s${j + 1}`)}`);
  return sql`select ${join([sql`place, count(*) as n`, ...sums])}
    from (${assignedSql(workingRows(table, rule, columns), rule, columns)}) as assigned
    group by place
    order by place`;
}

/** By cluster: Σu² as `q1 … qp` and the sum of `worth`. */
export function clusterSquaresSql(table: string, rule: Rule): Sql {
  const columns = [...points(rule), 'worth'];
  const squares = points(rule).map((u, j) => sql`sum(cast(${raw(u)} as bigint) * ${raw(u)}) as ${raw(`q${j + 1}`)}`);
  return sql`select ${join([sql`place, sum(worth) as worth`, ...squares])}
    from (${assignedSql(workingRows(table, rule, columns), rule, columns)}) as assigned
    group by place
    order by place`;
}

/** The rows of a working table with their cluster: `place` from 1, `u1 … up`. */
export const placedSql = (table: string, rule: Rule): Sql =>
  sql`select place, ${names(points(rule))}
    from (${assignedSql(workingRows(table, rule, points(rule)), rule, points(rule))}) as assigned`;

/** The rows of a working table that are at most `margin` nearer to their own centre than to the next. */
export function borderSql(table: string, rule: Rule, margin: number): Sql {
  const columns = points(rule);
  const sized = sql`select *, ${size(rule)} as size from (${workingRows(table, rule, columns)}) as standardised_row`;
  return sql`select ${names(columns)}
    from (${rankedSql(sized, rule, [...columns, 'size'])}) as ranked
    where ${distanceSql('next_cost')} - ${distanceSql('cost')} <= ${double(margin)}`;
}

/** The different rows farthest from their centres; equally far ones by their values. */
export function farthestSql(table: string, rule: Rule, limit: number): Sql {
  const columns = points(rule);
  const sized = sql`select *, ${size(rule)} as size from (${workingRows(table, rule, columns)}) as standardised_row`;
  return sql`select ${names(columns)}
    from (${assignedSql(sized, rule, [...columns, 'size'])}) as assigned
    group by ${names(columns)}, size, cost
    order by size + 2 * cost desc nulls last, ${join(columns.map((u) => sql`${raw(u)} nulls last`))}
    limit ${whole(limit)}`;
}

/** How many different rows a working table has, counted up to a limit. */
export function distinctSql(table: string, p: number, limit: number): Sql {
  return sql`select count(*) as n
    from (select distinct ${names(numbered('u', p))} from ${relationName(table)} limit ${whole(limit)}) as different`;
}
