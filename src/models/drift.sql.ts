import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { double, whole } from './literal.sql.ts';

/** The bin of a point, from 0: how many cut-points it lies above. */
const binSql = (u: Sql, cuts: readonly number[]): Sql =>
  cuts.length === 0
    ? sql`0`
    : sql`case ${join(
        cuts.map((cut, bin) => sql`when ${u} <= ${double(cut)} then ${whole(bin)}`),
        ' ',
      )} else ${whole(cuts.length)} end`;

/** By column and bin: how many rows of a matrix `u1 … up` lie in it, as `place` (of the column, from 0), `bin`, `members`. */
export function binCountsSql(rows: Sql, cuts: readonly (readonly number[])[]): Sql {
  const counted = cuts.map((inner, place) => {
    const bin = binSql(raw(`u${place + 1}`), inner);
    return sql`select ${whole(place)} as place, ${bin} as bin, count(*) as members from matrix_row group by bin`;
  });
  return sql`with matrix_row as (${rows}) select place, bin, members from (${join(counted, ' union all ')}) as counted order by place, bin`;
}
