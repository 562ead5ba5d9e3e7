import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { valuesSql, type Kept } from '../feature-set.sql.ts';
import { double, names, whole } from '../literal.sql.ts';
import type { FittedTree } from './fitted.ts';
import { valueRuleSql, walkSql } from './rule.sql.ts';

/** The columns of a tree's scores behind `customer_id`: the leaf, its class, that class's probability, and `p1 … pg` by class. */
export const treeScoreColumns = ['leaf', 'assigned_class', 'probability'] as const;

/**
 * The leaf of every row of the table, its class and the probability of each class there: `customer_id, leaf, assigned_class,
 * probability, p1 … pg`. Read from the original columns; rows whose class is not known have scores too. Columns of the table that are `kept` come along.
 */
export function treeScoreSql({ relation, key, features, nodes, classes }: FittedTree, kept: Kept = {}): Sql {
  const values = valuesSql({ relation, key, columns: features.map(({ column }) => column) }, sql`true`, kept);
  const keep = names(['customer_id', ...Object.keys(kept)]);
  const place = walkSql(nodes, valueRuleSql, whole)!;
  const ps = classes.map((_, c) => raw(`p${c + 1}`));
  const leaves = nodes.flatMap(({ split, id, class: label, probabilities }, at) => {
    if (split !== null) return [];
    const probability = probabilities[classes.findIndex((one) => one.class === label)]!;
    return [sql`(${join([whole(at), whole(id), literal(label), double(probability), ...probabilities.map(double)])})`];
  });
  const columns = [...treeScoreColumns.map((column) => name(column)), ...ps];
  return sql`select ${keep}, ${join(columns.map((column) => sql`told.${column}`))}
    from (select ${keep}, ${place} as place from (${values}) as value_row) as placed
    join (values ${join(leaves)}) as told (place, ${join(columns)}) on told.place = placed.place`;
}
