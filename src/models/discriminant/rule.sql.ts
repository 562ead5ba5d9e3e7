import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, names, numbered, sumOf, whole } from '../literal.sql.ts';
import { leastSql } from '../nearest.sql.ts';
import type { Rule } from './rule.ts';

/** The columns of the classification functions, negated: `c1 … cg`; the least wins. */
export const costColumns = (rule: Rule): string[] => numbered('c', rule.classes.length);

/** Adds to rows with `u1 … up` the negated classification functions, each added in the order of the predictors. */
function costsSql(rows: Sql, rule: Rule, keep: readonly string[]): Sql {
  const scaled = rule.columns.map(
    ({ place, centre, factor }, j) =>
      sql`(${raw(`u${place + 1}`)} - ${double(centre)}) * ${double(factor)} as ${raw(`z${j + 1}`)}`,
  );
  const costs = rule.classes.map(({ constant, weights }, c) => {
    const terms = weights.map((weight, j) => sql`${raw(`z${j + 1}`)} * ${double(-weight)}`);
    return sql`${sumOf([double(-constant), ...terms])} as ${raw(`c${c + 1}`)}`;
  });
  return sql`select ${join([names(keep), ...costs])}
    from (select ${join([names(keep), ...scaled])} from (${rows}) as matrix_row) as scaled_row`;
}

/** Gives each row the class with the largest classification function: `assigned` from 1 and its `cost`; of equal ones the first. */
export function assignedSql(rows: Sql, rule: Rule, keep: readonly string[]): Sql {
  const costs = costColumns(rule);
  return leastSql(costsSql(rows, rule, keep), costs, [...keep, ...costs], { value: 'cost', index: 'assigned' });
}

/** Counts the rows of a working table by `class` and `assigned`; of one `fold`, or of all. */
export function tableSql(table: string, rule: Rule, fold: number | null): Sql {
  const where = fold === null ? sql`true` : sql`fold = ${whole(fold)}`;
  const rows = sql`select * from ${relationName(table)} where ${where}`;
  return sql`select class, assigned, count(*) as customers
    from (${assignedSql(rows, rule, ['class'])}) as placed
    group by class, assigned
    order by class, assigned`;
}
