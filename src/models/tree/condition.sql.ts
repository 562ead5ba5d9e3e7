import { relationBeside, relationName } from '../../sql/relation.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { parseSource } from '../../text/feature.ts';
import { attributeNumber } from '../attribute.sql.ts';
import { double, texts } from '../literal.sql.ts';
import type { Condition } from './conditions.ts';
import type { FittedTree } from './fitted.ts';

/**
 * A number as people write it. Up to 2⁵³ an engine reads its digits to the same double, whether it takes them for a decimal or not; a longer one is made
 * a double by its exponent: `0.41666666666666663e0`.
 */
function plain(value: number): Sql {
  const text = String(value);
  if (text.includes('e')) return double(value);
  return raw(Number(text.replace(/[-.]/g, '')) <= Number.MAX_SAFE_INTEGER ? text : `${text}e0`);
}

/** What holds of a value that is there, and the contrary; `true` and `false`: of each, whatever it is. */
interface Test {
  readonly holds: Sql | boolean;
  readonly fails: Sql | boolean;
}

const both = (holds: Sql, fails: Sql): Test => ({ holds, fails });
const always: Test = { holds: true, fails: false };
const never: Test = { holds: false, fails: true };

function testOf(condition: Condition, value: Sql): Test {
  switch (condition.kind) {
    case 'missing':
      return never;
    case 'range': {
      const { low, high } = condition;
      const holds = [
        ...(low === null ? [] : [sql`${value} >= ${plain(low)}`]),
        ...(high === null ? [] : [sql`${value} < ${plain(high)}`]),
      ];
      const fails = [
        ...(low === null ? [] : [sql`${value} < ${plain(low)}`]),
        ...(high === null ? [] : [sql`${value} >= ${plain(high)}`]),
      ];
      return holds.length === 0 ? always : both(join(holds, ' and '), join(fails, ' or '));
    }
    case 'levels': {
      const { levels, excluded } = condition;
      const [isIn, isNot] = [sql`${value} in`, sql`${value} not in`];
      if (excluded === null)
        return levels.length === 0 ? never : both(sql`${isIn} ${texts(levels)}`, sql`${isNot} ${texts(levels)}`);
      return excluded.length === 0 ? always : both(sql`${isNot} ${texts(excluded)}`, sql`${isIn} ${texts(excluded)}`);
    }
  }
}

const isMissingIn = (condition: Condition): boolean => condition.kind === 'missing' || condition.withMissing;

function columnSql(condition: Condition, column: Sql): Sql {
  const { holds } = testOf(condition, column);
  if (holds === false) return isMissingIn(condition) ? sql`${column} is null` : sql`false`;
  if (holds === true) return isMissingIn(condition) ? sql`true` : sql`${column} is not null`;
  return isMissingIn(condition) ? sql`(${holds} or ${column} is null)` : holds;
}

/** A table with a value for some of the rows. */
interface Lookup {
  readonly relation: string;
  readonly where: Sql;
  readonly value: Sql;
  /** The condition holds of rows without a value. */
  readonly withMissing: boolean;
}

/** Rows that are, or are not, among those of a table: `customer_id not in (select customer_id from …)`. */
function lookupSql(condition: Condition, key: string, { relation, where, value, withMissing }: Lookup): Sql {
  const test = testOf(condition, value);
  const found = withMissing ? test.fails : test.holds;
  if (found === false) return withMissing ? sql`true` : sql`false`;
  const isFound = found === true ? sql`${value} is not null` : sql`(${found})`;
  return sql`${name(key)} ${raw(withMissing ? 'not in' : 'in')} (select customer_id from ${relationName(relation)} where ${where} and ${isFound})`;
}

/** A share that is not there is 0. */
const isZeroIn = (condition: Condition): boolean =>
  condition.kind === 'range' && (condition.low ?? 0) <= 0 && (condition.high ?? 1) > 0;

/**
 * A condition on the rows of the table that was fitted. What is no column of it is looked up: shares of purchases in `features.customer_category` and `customer_channel`,
 * attributes in `warehouse.customer_attribute`.
 */
function conditionSql(condition: Condition, { relation, key }: Pick<FittedTree, 'relation' | 'key'>): Sql {
  const { feature } = condition.feature;
  const source = parseSource(feature);
  switch (source.kind) {
    case 'column':
      return columnSql(condition, name(feature));
    case 'share':
      return lookupSql(condition, key, {
        relation: relationBeside(relation, `features.customer_${source.of}`),
        where: sql`${name(source.of)} = ${literal(source.value)}`,
        value: sql`share`,
        withMissing: isZeroIn(condition),
      });
    case 'attribute':
      return lookupSql(condition, key, {
        relation: 'warehouse.customer_attribute',
        where: sql`attribute = ${literal(source.attribute)}`,
        value: condition.feature.levels === null ? attributeNumber(sql`value`) : sql`value`,
        withMissing: isMissingIn(condition),
      });
  }
}

/**
 * All conditions of a node, as one that can stand behind `where` in a select from the table that was fitted: it holds for the rows of the node, and for none that took no part in the
 * fit. True for the root of a tree that all rows took part in.
 */
export function conditionsSql(
  conditions: readonly Condition[],
  fitted: Pick<FittedTree, 'relation' | 'key' | 'among'>,
): Sql {
  const all = [
    ...conditions.map((condition) => conditionSql(condition, fitted)),
    ...(fitted.among === null ? [] : [raw(fitted.among)]),
  ];
  return all.length === 0 ? sql`true` : join(all, ' and ');
}
