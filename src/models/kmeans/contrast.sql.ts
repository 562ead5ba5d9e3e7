import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import { pointSql } from '../grid.sql.ts';
import { double, numbered } from '../literal.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { membersSql } from './working.sql.ts';

/** Points farther than this count as here: a grid has fewer than 2³⁰, so it is far beyond whatever was fitted. */
const farthest = 1e12;

/** Values of everyone with a segment: `segment, x1 … xp`. */
export const assignedSql = (values: Sql, scores: string): Sql => sql`select assigned.segment, value_row.*
    from (${values}) as value_row
    join ${relationName(scores)} as assigned on assigned.customer_id = value_row.customer_id`;

/**
 * By segment and feature of those whose value is known: `n1 …` customers, Σu as `s1 …` and Σu² as `q1 …` of the transformed values, in
 * points of the grids of the fit. Whole numbers, so exact.
 */
export function contrastSumsSql({ matrix, options }: FittedKmeans, scores: string): Sql {
  const columns = numbered('u', matrix.columns.length);
  const points = matrix.columns.map(({ grid }, j) => {
    const point = pointSql(raw(`x${j + 1}`), grid);
    const [low, high] = [double(-farthest), double(farthest)];
    return sql`cast(case when ${point} < ${low} then ${low} when ${point} > ${high} then ${high} else ${point} end
      as decimal(19, 0)) as ${raw(columns[j]!)}`;
  });
  const sums = columns.flatMap((u, j) => [
    sql`count(${raw(u)}) as ${raw(`n${j + 1}`)}`,
    sql`coalesce(sum(${raw(u)}), 0) as ${raw(`s${j + 1}`)}`,
    sql`coalesce(sum(${raw(`${u} * ${u}`)}), 0) as ${raw(`q${j + 1}`)}`,
  ]);
  const rows = assignedSql(valuesSql(matrix, membersSql(options.customers)), scores);
  return sql`select segment, ${join(sums)}
    from (select segment, ${join(points)} from (${rows}) as assigned_row) as point_row
    group by segment
    order by segment`;
}
