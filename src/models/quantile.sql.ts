import { relationName } from '../sql/relation.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { whole } from './literal.sql.ts';

/** How many rows of a column have a value. */
export const presentSql = (relation: string, column: string): Sql =>
  sql`select count(${name(column)}) as n from ${relationName(relation)}`;

/**
 * The values of a column at positions, from 0, in their order: `position, value`. Equal values are counted, not
 * ordered.
 */
export function orderStatisticsSql(relation: string, column: string, positions: readonly number[]): Sql {
  const wanted = join(positions.map((position) => sql`(${whole(position)})`));
  return sql`with
    counted as (
      select ${name(column)} as value, count(*) as members
      from ${relationName(relation)}
      where ${name(column)} is not null
      group by ${name(column)}
    ),
    cumulated as (
      select value, members, sum(members) over (order by value nulls last rows unbounded preceding) as upto from counted
    ),
    wanted as (select position from (values ${wanted}) as listed (position))
    select wanted.position, cast(cumulated.value as double) as value
    from cumulated
    join wanted on wanted.position < cumulated.upto and wanted.position >= cumulated.upto - cumulated.members
    order by wanted.position nulls last`;
}
