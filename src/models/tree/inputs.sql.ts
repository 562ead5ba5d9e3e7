import { join, raw, sql } from '../../sql/sql.ts';
import { classNumberSql, classSql } from '../classes.sql.ts';
import { valuesSql } from '../feature-set.sql.ts';
import { numbered, whole } from '../literal.sql.ts';
import type { Inputs } from '../reuse.ts';
import type { FittedTree } from './fitted.ts';

/** What a tree is fitted to: its features and the class of the customers who have one. */
export function treeInputs({ relation, key, source, features, classes }: FittedTree): Inputs {
  const from = { relation, key, columns: features.map(({ column }) => column) };
  const points = numbered('x', features.length).map((x, i) => sql`value_row.${raw(x)} as u${whole(i + 1)}`);
  const label = classNumberSql(
    sql`known.class`,
    classes.map((one) => one.class),
  );
  return {
    rows: sql`select ${join(points)}, coalesce(${label}, 0) as u${whole(features.length + 1)}
      from (${valuesSql(from, sql`true`)}) as value_row join (${classSql(source)}) as known on known.customer_id = value_row.customer_id`,
    features: [...features.map(({ feature }) => feature), 'class'],
    from,
  };
}
