import { relationName } from '../sql/relation.ts';
import { literal, name, sql, type Sql } from '../sql/sql.ts';
import type { FeatureScope } from './feature-set.ts';

/** A number as attributes write it: with a point, or none; nothing between thousands. The engine's own cast takes more for one. */
const number = '\\s*[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,2})?\\s*';

/** The number that a text is; null where it is none. */
export const attributeNumber = (value: Sql): Sql =>
  sql`case when regexp_full_match(${value}, ${literal(number)}) then try_cast(${value} as double) end`;

/** Joins the values of an attribute to rows with the customers' `key`; customers without it have null. */
export const attributeJoin = (attribute: string, alias: string, key: Sql): Sql =>
  sql`left join (
      select customer_id, value from warehouse.customer_attribute where attribute = ${literal(attribute)}
    ) as ${name(alias)} on ${name(alias, 'customer_id')} = ${key}`;

/** One row: how many rows in scope have the attribute (`known`), and for how many it is no number (`others`). */
export function attributeKindSql({ relation, key, where }: FeatureScope, attribute: string): Sql {
  const value = name('kept', 'value');
  return sql`select count(${value}) as known,
      count(case when ${value} is not null and ${attributeNumber(value)} is null then 1 end) as others
    from ${relationName(relation)} as base
    ${attributeJoin(attribute, 'kept', sql`cast(base.${name(key)} as varchar)`)}
    where ${where}`;
}
