import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { mostDecimals, type Grid } from './grid.ts';
import { double, numbered, whole } from './literal.sql.ts';

/** Whether a value is finite; unknown where there is none. */
export const finiteSql = (x: Sql): Sql => sql`abs(${x}) <= ${double(Number.MAX_VALUE)}`;

/** Whether a value is written by so many decimals: round(x·10^d) / 10^d = x. */
const writtenSql = (x: Sql, decimals: number): Sql => {
  const power = double(10 ** decimals);
  return decimals === 0 ? sql`${x} = round(${x})` : sql`${x} = round(${x} * ${power}) / ${power}`;
};

/**
 * The fewest decimals that write a value, one more than the most where none do; `known` ones, which some value needs, are tried first,
 * so that the maximum stays.
 */
function decimalsSql(x: Sql, known: number | null): Sql {
  if (known !== null && known > mostDecimals) return whole(known);
  const all = Array.from({ length: mostDecimals + 1 }, (_, i) => i);
  const cases = [...(known === null ? [] : [known]), ...all].map(
    (decimals) => sql`when ${writtenSql(x, decimals)} then ${whole(decimals)}`,
  );
  return sql`case when ${x} is null then null ${join(cases, ' ')} else ${whole(mostDecimals + 1)} end`;
}

const xs = (columns: number): Sql[] => numbered('x', columns).map(raw);

/** One row: by column the `decimals` of the first rows. */
export const firstDecimalsSql = (values: Sql, columns: number, rows: number): Sql =>
  sql`select ${join(xs(columns).map((x, i) => sql`max(${decimalsSql(x, null)}) as ${raw(`decimals${i}`)}`))}
    from (select * from (${values}) as value_row limit ${whole(rows)}) as first_row`;

/**
 * One row about the values `x1 … xp`: `total` rows, `complete` rows; by column `n` values, `low`, `high` (not a number is higher than
 * all), `decimals`.
 *
 * @param known decimals that some values of each column need; null: not known
 */
export function rangesSql(values: Sql, known: readonly (number | null)[]): Sql {
  const perColumn = xs(known.length).flatMap((x, i) => [
    sql`count(${x}) as ${raw(`n${i}`)}`,
    sql`min(${x}) as ${raw(`low${i}`)}`,
    sql`max(${x}) as ${raw(`high${i}`)}`,
    sql`max(${decimalsSql(x, known[i]!)}) as ${raw(`decimals${i}`)}`,
  ]);
  const complete = join(
    xs(known.length).map((x) => sql`${x} is not null`),
    ' and ',
  );
  return sql`select ${join([
    sql`count(*) as total`,
    sql`count(case when ${complete} then 1 end) as complete`,
    ...perColumn,
  ])} from (${values}) as value_row`;
}

/** The point of the grid of a finite value. */
export const finitePointSql = (x: Sql, { low, scale }: Grid): Sql =>
  sql`round((${x} - ${double(low)}) * ${double(scale)})`;

/** The point of the grid of a value; null where the value is missing or not finite. */
export const pointSql = (x: Sql, grid: Grid): Sql => sql`case when ${finiteSql(x)} then ${finitePointSql(x, grid)} end`;

/** The same, points further out than `farthest` drawn in to it. */
export function drawnInPointSql(x: Sql, grid: Grid, farthest: number): Sql {
  const bound = (side: number): number =>
    Math.min(Math.max(grid.low + (side * farthest) / grid.scale, -Number.MAX_VALUE), Number.MAX_VALUE);
  const [lowest, highest] = [double(bound(-1)), double(bound(1))];
  return sql`case when ${x} between ${lowest} and ${highest} then ${finitePointSql(x, grid)}
    when ${finiteSql(x)} then case when ${x} < ${lowest} then ${double(-farthest)} else ${double(farthest)} end end`;
}
