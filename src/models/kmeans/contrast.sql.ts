import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import { pointSql } from '../grid.sql.ts';
import { double, numbered } from '../literal.sql.ts';
import { untransformed } from '../matrix.ts';
import type { FittedKmeans } from './fitted.ts';
import { membersSql } from './working.sql.ts';

/** Points farther than this count as here: a grid has fewer than 2³⁰, so it is far beyond whatever was fitted. */
const farthest = 1e12;

/** Values this large or larger have no mean to the billionth; they count as not known. */
const largest = 1e18;

/** Values of everyone with a segment: `segment, x1 … xp`. */
const assignedSql = (values: Sql, scores: string): Sql => sql`select assigned.segment, value_row.*
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

/**
 * By segment, and of all with a segment (`segment` null), in the unit of the columns, neither transformed nor winsorised: by feature
 * `mean1 …`, `median1 …` (type 7: the middle of the two in the middle), the quartiles below and above it as `lower1 …` and `upper1 …`, and
 * `low1 …`, the lowest value. Means are of sums of decimals.
 */
export function contrastUnitsSql({ matrix, options }: FittedKmeans, scores: string): Sql {
  const columns = numbered('x', matrix.columns.length);
  const known = columns.map((x) => sql`case when abs(${raw(x)}) < ${double(largest)} then ${raw(x)} end as ${raw(x)}`);
  const figures = columns.flatMap((x, j) => [
    sql`cast(sum(cast(${raw(x)} as decimal(38, 9))) as double) / nullif(count(${raw(x)}), 0) as ${raw(`mean${j + 1}`)}`,
    sql`quantile_cont(${raw(x)}, [0.25, 0.5, 0.75]) as ${raw(`quartiles${j + 1}`)}`,
    sql`min(${raw(x)}) as ${raw(`low${j + 1}`)}`,
  ]);
  const rows = assignedSql(valuesSql(untransformed(matrix), membersSql(options.customers)), scores);
  const told = columns.map((_, j) => {
    const quartile = (place: number): Sql => raw(`quartiles${j + 1}[${place}]`);
    return sql`${raw(`mean${j + 1}`)}, ${raw(`low${j + 1}`)}, ${quartile(1)} as ${raw(`lower${j + 1}`)},
      ${quartile(2)} as ${raw(`median${j + 1}`)}, ${quartile(3)} as ${raw(`upper${j + 1}`)}`;
  });
  return sql`select segment, ${join(told)}
    from (
      select segment, ${join(figures)}
      from (select segment, ${join(known)} from (${rows}) as assigned_row) as known_row
      group by grouping sets ((segment), ())
    ) as figure_row
    order by segment nulls first`;
}
