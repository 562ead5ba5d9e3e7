import { raw, sql, type Sql } from '../../sql/sql.ts';

/**
 * Twice the rows of the other kind that a row lies on the right side of, equal ones counted once: of a hit the misses with a lower score, of a miss
 * the hits with a higher one.
 */
function placementSql(score: string): Sql {
  const s = raw(score);
  const misses = sql`count(case when not hit then 1 end)`;
  const hits = sql`count(case when hit then 1 end)`;
  const upTo = sql`over (order by ${s} range between unbounded preceding and current row)`;
  const equal = sql`over (partition by ${s})`;
  return sql`case when hit then 2 * ${misses} ${upTo} - ${misses} ${equal}
    else 2 * ${hits} over () - 2 * ${hits} ${upTo} + ${hits} ${equal} end`;
}

/** By kind of row, `hit`: `n`, and `sum` and `squares` of the placement by the `first` score less that by the `second`. */
export const placementSumsSql = (scored: Sql): Sql =>
  sql`select hit, count(*) as n, cast(sum(apart) as hugeint) as sum, sum(cast(apart as hugeint) * apart) as squares
    from (select hit, ${placementSql('first')} - (${placementSql('second')}) as apart from (${scored}) as scored) as placed
    group by hit
    order by hit`;
