import { join, sql, type Sql } from '../sql/sql.ts';
import { whole } from './literal.sql.ts';

/** How many values each group has. `rows` is a select of `cell`, a whole number, and `value`; missing values do not count. */
export const groupSizesSql = (rows: Sql): Sql =>
  sql`select cell, count(value) as n from (${rows}) as grouped where value is not null group by cell order by cell nulls last`;

/** The place of a value among those of its group, from 0. */
export interface GroupPosition {
  readonly cell: number;
  readonly position: number;
}

/**
 * The values of groups at positions, from 0, in their order: `cell, position, value`. Equal values are counted, not
 * ordered.
 */
export function orderStatisticsSql(rows: Sql, positions: readonly GroupPosition[]): Sql {
  const wanted = join(positions.map(({ cell, position }) => sql`(${whole(cell)}, ${whole(position)})`));
  return sql`with
    counted as (
      select cell, value, count(*) as members
      from (${rows}) as grouped
      where value is not null
      group by cell, value
    ),
    cumulated as (
      select cell, value, members,
        sum(members) over (partition by cell order by value nulls last rows unbounded preceding) as upto
      from counted
    ),
    wanted as (select cell, position from (values ${wanted}) as listed (cell, position))
    select wanted.cell, wanted.position, cast(cumulated.value as double) as value
    from cumulated
    join wanted on wanted.cell = cumulated.cell
      and wanted.position < cumulated.upto and wanted.position >= cumulated.upto - cumulated.members
    order by wanted.cell nulls last, wanted.position nulls last`;
}
