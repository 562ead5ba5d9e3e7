import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { double, names, numbered, sumOf, whole } from './literal.sql.ts';
import { leastSql } from './least.sql.ts';
import type { Rule } from './rule.ts';

/** Adds to rows of a matrix `u1 … up` their standardised values `z1 … zq`. */
export function standardisedSql(rows: Sql, { columns }: Rule, keep: readonly string[]): Sql {
  const scaled = columns.map(
    ({ place, centre, factor }, j) =>
      sql`(${raw(`u${place + 1}`)} - ${double(centre)}) * ${double(factor)} as ${raw(`z${j + 1}`)}`,
  );
  return sql`select ${join([names(keep), ...scaled])} from (${rows}) as matrix_row`;
}

/**
 * Adds to standardised rows the costs of the classes, `c1 … ck`. Terms are added in the order of the columns, so that a
 * row has the same bits wherever it is computed.
 */
export function costsSql(standardised: Sql, { costs }: Rule, keep: readonly string[]): Sql {
  const columns = numbered('c', costs.length);
  const sums = costs.map(({ constant, weights }, c) => {
    const terms = weights.map((weight, j) => sql`${raw(`z${j + 1}`)} * ${double(weight)}`);
    return sql`${sumOf([double(constant), ...terms])} as ${raw(columns[c]!)}`;
  });
  return sql`select ${join([names(keep), ...sums])} from (${standardised}) as standardised_row`;
}

/** Gives rows with costs `c1 … ck` their class: `place` from 1 and its `cost`; of equal costs the first. */
export function cheapestSql(costs: Sql, count: number, keep: readonly string[]): Sql {
  const columns = numbered('c', count);
  return leastSql(costs, columns, [...keep, ...columns], { value: 'cost', index: 'place' });
}

/** Gives standardised rows their class, and the costs `c1 … ck`. */
export const assignedSql = (standardised: Sql, rule: Rule, keep: readonly string[]): Sql =>
  cheapestSql(costsSql(standardised, rule, keep), rule.costs.length, keep);

/** Gives rows with costs `c1 … ck` their class, and the one with the second least cost: `next_place` and its `next_cost`. */
export function cheapestTwoSql(costs: Sql, count: number, keep: readonly string[]): Sql {
  const others = numbered('o', count);
  const masked = others.map((other, c) => {
    const cost = raw(`c${c + 1}`);
    return sql`case when place = ${whole(c + 1)} then ${double(Number.MAX_VALUE)} else ${cost} end as ${raw(other)}`;
  });
  const assigned = [...keep, ...numbered('c', count), 'place', 'cost'];
  const rest = sql`select ${join([names(assigned), ...masked])}
    from (${cheapestSql(costs, count, keep)}) as assigned_row`;
  return leastSql(rest, others, assigned, { value: 'next_cost', index: 'next_place' });
}

/** Gives standardised rows their class and the second least costly one. */
export const rankedSql = (standardised: Sql, rule: Rule, keep: readonly string[]): Sql =>
  cheapestTwoSql(costsSql(standardised, rule, keep), rule.costs.length, keep);
