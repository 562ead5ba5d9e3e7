import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, whole } from '../literal.sql.ts';
import type { Split } from './split.ts';

const codes = (list: readonly number[]): Sql => sql`(${join(list.map(whole))})`;

function levelsSql(value: Sql, { first, second, others }: Extract<Split, { kind: 'levels' }>): Sql {
  return others === 'first' ? sql`${value} not in ${codes(second)}` : sql`${value} in ${codes(first)}`;
}

/** The bin of a feature in a row of a working table. */
export const binAt = (feature: number): Sql => raw(`bins.b${feature + 1}`);

/** The rule of a split over the bins of a working table. */
export function binRuleSql(split: Split): Sql {
  const bin = binAt(split.feature);
  switch (split.kind) {
    case 'number':
      return split.missing === 'first'
        ? sql`${bin} <= ${whole(split.cut)}`
        : sql`${bin} between 0 and ${whole(split.cut)}`;
    case 'missing':
      return sql`${bin} = -1`;
    case 'levels':
      return levelsSql(bin, split);
  }
}

/** The same rule over values `x1 … xp`; levels are their codes. */
export function valueRuleSql(split: Split): Sql {
  const value = raw(`x${split.feature + 1}`);
  switch (split.kind) {
    case 'number':
      return split.missing === 'first'
        ? sql`(${value} < ${double(split.threshold)} or ${value} is null)`
        : sql`${value} < ${double(split.threshold)}`;
    case 'missing':
      return sql`${value} is null`;
    case 'levels':
      return levelsSql(value, split);
  }
}

/** A node of a tree as rules need it. */
export interface RuleNode {
  readonly split: Split | null;
  /** The two children, by their place; null: a leaf. */
  readonly children: readonly [number, number] | null;
}

/**
 * What a row comes to: from the root down by the rule of each node. Branches where `value` is null throughout are not
 * walked.
 */
export function walkSql(
  nodes: readonly RuleNode[],
  rule: (split: Split) => Sql,
  value: (place: number) => Sql | null,
  root = 0,
): Sql | null {
  const { split, children } = nodes[root]!;
  if (split === null || children === null) return value(root);
  const [first, second] = children.map((child) => walkSql(nodes, rule, value, child)) as [Sql | null, Sql | null];
  if (first === null && second === null) return null;
  return sql`case when ${rule(split)} then ${first ?? raw('null')} else ${second ?? raw('null')} end`;
}
