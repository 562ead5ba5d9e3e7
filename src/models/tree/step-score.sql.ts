import { sql, type Sql } from '../../sql/sql.ts';
import { names, noRows } from '../literal.sql.ts';
import type { FittedTree } from './fitted.ts';
import { treeScoreColumns, treeScoreSql } from './score.sql.ts';

/** `scores.tree` without rows, where no tree is fitted. */
export const noTreeScores: Sql = noRows({
  customer_id: 'varchar',
  leaf: 'integer',
  assigned_class: 'varchar',
  probability: 'double',
});

/** `scores.tree`: the leaf of every customer and prospect, its class, and the probability of that class there. */
export const stepScoreSql = (fitted: FittedTree): Sql =>
  sql`select ${names(['customer_id', ...treeScoreColumns])} from (${treeScoreSql(fitted)}) as scored`;
