import { join, literal, name, raw, sql, type Sql } from '../sql/sql.ts';

export { double } from '../sql/double.ts';

/** A whole number as text. */
export const whole = (value: number | bigint): Sql => raw(String(value));

/** Texts as a list for `in`. */
export const texts = (values: readonly string[]): Sql => sql`(${join(values.map((value) => literal(value)))})`;

/** `u1 … un`: the columns of a matrix, numbered from 1. */
export const numbered = (letter: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${letter}${i + 1}`);

/** Column names as a list. */
export const names = (columns: readonly string[]): Sql => join(columns.map((column) => name(column)));

/** The sum of terms in their order, which is the order they are added in. */
export const sumOf = (terms: readonly Sql[]): Sql => join(terms, ' + ');

/** A select of no rows with columns of the given types: the scores of a model that is not in the pipeline. */
export function noRows(columns: Readonly<Record<string, string>>): Sql {
  const typed = Object.entries(columns).map(([column, type]) => sql`cast(null as ${raw(type)}) as ${name(column)}`);
  return sql`select ${join(typed)} where false`;
}
