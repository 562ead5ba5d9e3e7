import { join, literal, name, raw, sql, type Sql } from './sql.ts';

/** The columns of a table in order, with their types. */
export type TypedColumns = Readonly<Record<string, 'varchar' | 'bigint' | 'integer' | 'double'>>;

/** A row of it; numbers are finite. */
export type ListedRow<C extends TypedColumns> = {
  readonly [K in keyof C]: C[K] extends 'varchar' ? string | null : number | null;
};

function written(value: string | number | null): Sql {
  if (value === null) return raw('null');
  return typeof value === 'string' ? literal(value) : raw(Number.isInteger(value) ? `${value}` : value.toExponential());
}

/** A select of a few rows with columns of the given types; without rows it is empty. */
export function listedSql<C extends TypedColumns>(columns: C, rows: readonly ListedRow<C>[]): Sql {
  const names = Object.keys(columns);
  const typed = names.map((column) => sql`cast(${name(column)} as ${raw(columns[column]!)}) as ${name(column)}`);
  const values = rows.map((row) => sql`(${join(names.map((column) => written(row[column]!)))})`);
  const listed = values.length === 0 ? sql`(${join(names.map(() => raw('null')))})` : join(values);
  const some = values.length === 0 ? raw('false') : raw('true');
  return sql`select ${join(typed)} from (values ${listed}) as listed (${join(names.map((column) => name(column)))})
    where ${some}`;
}
