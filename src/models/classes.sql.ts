import { relationName } from '../sql/relation.ts';
import { join, literal, name, sql, type Sql } from '../sql/sql.ts';
import { whole } from './literal.sql.ts';

/** Where the classes are: a column of a table and the column that identifies its rows. */
export interface ClassSource {
  readonly relation: string;
  readonly key: string;
  readonly column: string;
}

/** Rows of a table, by their key. */
export interface KeyedRows {
  readonly relation: string;
  readonly key: string;
}

/** Whether the class is a column of the table itself, and not of scores that are joined. */
export const isOwn = (rows: KeyedRows, source: ClassSource): boolean =>
  source.relation === rows.relation && source.key === rows.key;

/** `customer_id, class` of the customers whose class is known. */
export const classSql = ({ relation, key, column }: ClassSource): Sql =>
  sql`select cast(${name(key)} as varchar) as customer_id, cast(${name(column)} as varchar) as class
    from ${relationName(relation)}
    where ${name(column)} is not null`;

/** The classes by code point. */
export const classesSql = (source: ClassSource, limit: number): Sql =>
  sql`select class from (${classSql(source)}) as known group by class order by class nulls last limit ${whole(limit)}`;

/** The rows that are fitted: those whose class is known. Over the alias `base`. */
export const labelKnownSql = (rows: KeyedRows, source: ClassSource): Sql =>
  isOwn(rows, source)
    ? sql`base.${name(source.column)} is not null`
    : sql`cast(base.${name(rows.key)} as varchar) in (select customer_id from (${classSql(source)}) as known)`;

/** The number of a class from 1 by its name; null: it is none of them. */
export const classNumberSql = (label: Sql, classes: readonly string[]): Sql =>
  sql`case ${label} ${join(
    classes.map((one, c) => sql`when ${literal(one)} then ${whole(c + 1)}`),
    ' ',
  )} end`;
