import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import { double, numbered } from '../literal.sql.ts';
import { inColumnUnits } from '../matrix.ts';
import { assignedSql } from './contrast.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { membersSql } from './working.sql.ts';

/** Values this large or larger leave no room for an index; they count as not known. */
const largest = 1e300;

/** Known values of everyone with a segment, neither transformed nor winsorised: `segment, x1 … xp`. */
function knownSql({ matrix, options }: FittedKmeans, scores: string): Sql {
  const known = numbered('x', matrix.columns.length).map(
    (x) => sql`case when abs(${raw(x)}) < ${double(largest)} then ${raw(x)} end as ${raw(x)}`,
  );
  const rows = assignedSql(valuesSql(inColumnUnits(matrix), membersSql(options.customers)), scores);
  return sql`select segment, ${join(known)} from (${rows}) as assigned_row`;
}

/** One row: by feature the largest value of either sign, as `most1 …`. */
export function mostSql(fitted: FittedKmeans, scores: string): Sql {
  const most = fitted.matrix.columns.map((_, j) => sql`max(abs(${raw(`x${j + 1}`)})) as ${raw(`most${j + 1}`)}`);
  return sql`select ${join(most)} from (${knownSql(fitted, scores)}) as known_row`;
}

/**
 * By segment, and of all with a segment (`segment` null), in the unit of the columns: by feature `n1 …` values, their sum as `s1 …`, a whole
 * number of parts of which `scales` make one, `median1 …` (type 7: the middle of the two in the middle), the quartiles below and above it as
 * `lower1 …` and `upper1 …`, and `low1 …`, the lowest value.
 *
 * @param scales by feature a power of two that keeps every value below 2⁹⁰
 */
export function unitsSql(fitted: FittedKmeans, scores: string, scales: readonly number[]): Sql {
  const columns = scales.map((_, j) => raw(`x${j + 1}`));
  const figures = columns.flatMap((x, j) => [
    sql`count(${x}) as ${raw(`n${j + 1}`)}`,
    sql`coalesce(sum(cast(round(${x} * ${double(scales[j]!)}) as hugeint)), 0) as ${raw(`s${j + 1}`)}`,
    sql`quantile_cont(${x}, [0.25, 0.5, 0.75]) as ${raw(`quartiles${j + 1}`)}`,
    sql`min(${x}) as ${raw(`low${j + 1}`)}`,
  ]);
  const told = columns.map((_, j) => {
    const quartile = (place: number): Sql => raw(`quartiles${j + 1}[${place}]`);
    return sql`${raw(`n${j + 1}, s${j + 1}, low${j + 1}`)}, ${quartile(1)} as ${raw(`lower${j + 1}`)},
      ${quartile(2)} as ${raw(`median${j + 1}`)}, ${quartile(3)} as ${raw(`upper${j + 1}`)}`;
  });
  return sql`select segment, ${join(told)}
    from (
      select segment, ${join(figures)}
      from (${knownSql(fitted, scores)}) as known_row
      group by grouping sets ((segment), ())
    ) as figure_row
    order by segment nulls first`;
}
