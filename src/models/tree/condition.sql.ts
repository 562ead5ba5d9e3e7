import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, texts } from '../literal.sql.ts';
import type { Condition } from './conditions.ts';

/** A number as people write it, where that says it whole. */
const plain = (value: number): Sql =>
  /^-?\d{1,9}(\.\d{1,6})?$/.test(String(value)) ? raw(String(value)) : double(value);

/** A condition over the columns of the table, each under the name of its feature. */
export function conditionSql(condition: Condition): Sql {
  const column = name(condition.feature.feature);
  const isNull = sql`${column} is null`;
  switch (condition.kind) {
    case 'missing':
      return isNull;
    case 'range': {
      const { low, high, withMissing } = condition;
      const bounds = [
        ...(low === null ? [] : [sql`${column} >= ${plain(low)}`]),
        ...(high === null ? [] : [sql`${column} < ${plain(high)}`]),
      ];
      if (bounds.length === 0) return withMissing ? sql`true` : sql`${column} is not null`;
      return withMissing ? sql`(${join(bounds, ' and ')} or ${isNull})` : sql`${join(bounds, ' and ')}`;
    }
    case 'levels': {
      const { levels, excluded, withMissing } = condition;
      const known =
        excluded === null
          ? levels.length === 0
            ? sql`false`
            : sql`${column} in ${texts(levels)}`
          : excluded.length === 0
            ? sql`${column} is not null`
            : sql`${column} not in ${texts(excluded)}`;
      return withMissing ? sql`(${known} or ${isNull})` : known;
    }
  }
}

/** All conditions of a node; true for the root. */
export const conditionsSql = (conditions: readonly Condition[]): Sql =>
  conditions.length === 0 ? sql`true` : join(conditions.map(conditionSql), ' and ');
