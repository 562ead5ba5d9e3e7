import { join, raw, sql, type Sql } from '../../../sql/sql.ts';
import { double, numbered, sumOf, whole } from '../../literal.sql.ts';
import type { Position, Space } from '../space.ts';

/** By cluster of labelled rows `place, u1 … up`: rows `n`, Σu as `s1 … sp` and Σu² as `q1 … qp`, exact. */
export function labelSumsSql(labelled: Sql, p: number): Sql {
  const sums = numbered('u', p).flatMap((u, j) => [
    sql`sum(cast(${raw(u)} as bigint)) as ${raw(`s${j + 1}`)}`,
    sql`sum(cast(${raw(u)} as bigint) * cast(${raw(u)} as bigint)) as ${raw(`q${j + 1}`)}`,
  ]);
  return sql`select ${join([sql`place, count(*) as n`, ...sums])}
    from (${labelled}) as labelled_row
    group by place
    order by place nulls last`;
}

/**
 * By cluster of labelled rows: the distances to the centre, in steps: their sum `total`, and the largest, `farthest`.
 * Terms are squared and added in the order of the columns.
 */
export function centreDistancesSql(labelled: Sql, space: Space, centres: readonly Position[], steps: number): Sql {
  const values = centres.map((centre, c) => sql`(${join([whole(c + 1), ...centre.map(double)])})`);
  const columns = ['place', ...numbered('m', space.means.length)].join(', ');
  const apart = space.means.map((mean, j) => {
    const z = sql`(${raw(`u${j + 1}`)} - ${double(mean)}) * ${double(space.factors[j]!)} - ${raw(`m${j + 1}`)}`;
    return sql`(${z}) * (${z})`;
  });
  return sql`select place, sum(distance) as total, max(distance) as farthest
    from (
      select labelled_row.place, cast(round(sqrt(${sumOf(apart)}) * ${double(steps)}) as bigint) as distance
      from (${labelled}) as labelled_row
      join (select * from (values ${join(values)}) as listed (${raw(columns)})) as centre
        on centre.place = labelled_row.place
    ) as measured
    group by place
    order by place nulls last`;
}
