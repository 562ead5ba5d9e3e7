import { relationName } from '../sql/relation.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import { whole } from './literal.sql.ts';

/** Where the classes are: a column of a table and the column that identifies its rows. */
export interface ClassSource {
  readonly relation: string;
  readonly key: string;
  readonly column: string;
}

/** `customer_id, class` of the customers whose class is known. */
export const classSql = ({ relation, key, column }: ClassSource): Sql =>
  sql`select cast(${name(key)} as varchar) as customer_id, cast(${name(column)} as varchar) as class
    from ${relationName(relation)}
    where ${name(column)} is not null`;

/** The classes by code point. */
export const classesSql = (source: ClassSource, limit: number): Sql =>
  sql`select class from (${classSql(source)}) as known group by class order by class nulls last limit ${whole(limit)}`;

/** The customers that are fitted: those whose class is known. Over the alias `base`. */
export const knownSql = (source: ClassSource, key: string): Sql =>
  sql`cast(base.${name(key)} as varchar) in (select customer_id from (${classSql(source)}) as known)`;
