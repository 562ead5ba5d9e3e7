import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, names, numbered, sumOf, whole } from '../literal.sql.ts';
import { leastSql } from '../nearest.sql.ts';

/** Centres in the units that distances are measured in, and how many such units one point of each grid is. */
export interface Centres {
  readonly factors: readonly number[];
  readonly centres: readonly (readonly number[])[];
}

/**
 * Adds to rows with `u1 … up` their squared distances `d1 … dk` to the centres: Σ (z_j − c_j)², z_j = u_j·factor_j, added in the order of the
 * columns, so that the same row gives the same bits wherever it is computed.
 */
export function distancesSql(rows: Sql, { factors, centres }: Centres, keep: readonly string[]): Sql {
  const scaled = factors.map((factor, j) => sql`${raw(`u${j + 1}`)} * ${double(factor)} as ${raw(`z${j + 1}`)}`);
  const distances = centres.map((centre, c) => {
    const squares = centre.map((value, j) => {
      const difference = sql`(${raw(`z${j + 1}`)} - ${double(value)})`;
      return sql`${difference} * ${difference}`;
    });
    return sql`${sumOf(squares)} as ${raw(`d${c + 1}`)}`;
  });
  return sql`select ${join([names(keep), ...distances])}
    from (select ${join([names(keep), ...scaled])} from (${rows}) as matrix_row) as scaled_row`;
}

const nearestWinner = { value: 'nearest', index: 'cluster' } as const;

/** Gives each row its nearest centre: `cluster` from 1 and the squared distance `nearest`; of equally near ones the first. */
export function nearestSql(rows: Sql, centres: Centres, keep: readonly string[]): Sql {
  const k = centres.centres.length;
  return leastSql(distancesSql(rows, centres, keep), numbered('d', k), keep, nearestWinner);
}

const working = (table: string): Sql => sql`select * from ${relationName(table)}`;

/** By cluster: rows `n` and Σu as `s1 … sp`. Whole numbers, so exact. */
export function clusterSumsSql(table: string, centres: Centres): Sql {
  const columns = numbered('u', centres.factors.length);
  const sums = columns.map((u, j) => sql`sum(${raw(u)}) as ${raw(`s${j + 1}`)}`);
  return sql`select ${join([sql`cluster, count(*) as n`, ...sums])}
    from (${nearestSql(working(table), centres, columns)}) as assigned
    group by cluster
    order by cluster`;
}

/** By cluster: Σu² as `q1 … qp` and the sum of `worth`. */
export function clusterSquaresSql(table: string, centres: Centres): Sql {
  const columns = numbered('u', centres.factors.length);
  const squares = columns.map((u, j) => sql`sum(cast(${raw(u)} as bigint) * ${raw(u)}) as ${raw(`q${j + 1}`)}`);
  return sql`select ${join([sql`cluster, sum(worth) as worth`, ...squares])}
    from (${nearestSql(working(table), centres, [...columns, 'worth'])}) as assigned
    group by cluster
    order by cluster`;
}

/**
 * Adds the second nearest centre: `runner_up` from 1 and its squared distance `next`, beside `cluster` and `nearest`.
 */
export function rankedSql(rows: Sql, centres: Centres, keep: readonly string[]): Sql {
  const k = centres.centres.length;
  const [distances, others] = [numbered('d', k), numbered('e', k)];
  const first = leastSql(distancesSql(rows, centres, keep), distances, [...keep, ...distances], nearestWinner);
  const masked = others.map((e, c) => {
    const own = sql`cluster = ${whole(c + 1)}`;
    return sql`case when ${own} then ${double(Number.MAX_VALUE)} else ${raw(`d${c + 1}`)} end as ${raw(e)}`;
  });
  const found = [...keep, 'nearest', 'cluster'];
  const rest = sql`select ${join([names(found), ...masked])} from (${first}) as assigned`;
  return leastSql(rest, others, found, { value: 'next', index: 'runner_up' });
}

/** The rows of a working table that are at most `margin` nearer to their own centre than to the next. */
export function borderSql(table: string, centres: Centres, margin: number): Sql {
  const columns = numbered('u', centres.factors.length);
  return sql`select ${names(columns)}
    from (${rankedSql(working(table), centres, columns)}) as ranked
    where sqrt(next) - sqrt(nearest) <= ${double(margin)}`;
}

/** The different rows farthest from their centres; equally far ones by their values. */
export function farthestSql(table: string, centres: Centres, limit: number): Sql {
  const columns = numbered('u', centres.factors.length);
  return sql`select ${names(columns)}
    from (${nearestSql(working(table), centres, columns)}) as assigned
    group by ${names(columns)}, nearest
    order by nearest desc nulls last, ${join(columns.map((u) => sql`${raw(u)} nulls last`))}
    limit ${whole(limit)}`;
}

/** A hash sample of a matrix: the rows whose `md5(customer_id)` comes first. It does not depend on their order or on chance. */
export function sampleSql(matrix: Sql, p: number, rows: number): Sql {
  return sql`select ${names(numbered('u', p))}
    from (${matrix}) as matrix_row
    order by md5(customer_id) nulls last, customer_id nulls last
    limit ${whole(rows)}`;
}

/** How many different rows a working table has, counted up to a limit. */
export function distinctSql(table: string, p: number, limit: number): Sql {
  return sql`select count(*) as n
    from (select distinct ${names(numbered('u', p))} from ${relationName(table)} limit ${whole(limit)}) as different`;
}
