import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { mostDecimals, type Grid } from './grid.ts';
import { double, whole } from './literal.sql.ts';

const finite = (x: Sql): Sql => sql`abs(${x}) <= ${double(Number.MAX_VALUE)}`;

/** How many values of a column are not finite. */
export const strangeSql = (x: Sql): Sql => sql`count(case when not (${finite(x)}) then 1 end)`;

/** The fewest decimals that write a value: round(x·10^d) / 10^d = x. One more than the most where none do. */
function decimalsSql(x: Sql): Sql {
  const cases = Array.from({ length: mostDecimals }, (_, i) => {
    const power = double(10 ** (i + 1));
    return sql`when ${x} = round(${x} * ${power}) / ${power} then ${whole(i + 1)}`;
  });
  return sql`case
    when ${x} is null then null
    when ${x} = round(${x}) then 0
    ${join(cases, ' ')}
    else ${whole(mostDecimals + 1)}
  end`;
}

/**
 * One row about the values `x1 … xp`: `total` rows, `complete` rows; by column `n` values, `strange` ones that are not
 * finite, `low`, `high`, `decimals`.
 */
export function rangesSql(values: Sql, columns: number): Sql {
  const xs = Array.from({ length: columns }, (_, i) => raw(`x${i + 1}`));
  const perColumn = xs.flatMap((x, i) => [
    sql`count(${x}) as ${raw(`n${i}`)}`,
    sql`${strangeSql(x)} as ${raw(`strange${i}`)}`,
    sql`min(${x}) as ${raw(`low${i}`)}`,
    sql`max(${x}) as ${raw(`high${i}`)}`,
    sql`max(${decimalsSql(x)}) as ${raw(`decimals${i}`)}`,
  ]);
  const complete = join(
    xs.map((x) => sql`${x} is not null`),
    ' and ',
  );
  return sql`select ${join([
    sql`count(*) as total`,
    sql`count(case when ${complete} then 1 end) as complete`,
    ...perColumn,
  ])} from (${values}) as value_row`;
}

/** The point of the grid of a value; `fill` where the value is missing; null where it is not finite. */
export function pointSql(x: Sql, { low, scale }: Grid, fill: number | null = null): Sql {
  const filled = fill === null ? sql`` : sql`when ${x} is null then ${double(fill)}`;
  return sql`case when ${finite(x)} then round((${x} - ${double(low)}) * ${double(scale)}) ${filled} end`;
}
