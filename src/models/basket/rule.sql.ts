import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { noRows } from '../literal.sql.ts';
import { tables } from './tables.ts';

/** Types of the columns of `models.basket_rule`. */
export const basketRuleColumns = {
  rule: 'integer',
  left_items: 'varchar[]',
  right_item: 'varchar',
  length: 'integer',
  baskets: 'bigint',
  left_baskets: 'bigint',
  right_baskets: 'bigint',
  all_baskets: 'bigint',
  support: 'double',
  confidence: 'double',
  lift: 'double',
  leverage: 'double',
  conviction: 'double',
  yules_q: 'double',
  chi_square: 'double',
  p_value: 'double',
  adjusted_p: 'double',
  is_redundant: 'boolean',
  is_significant: 'boolean',
  is_told: 'boolean',
} as const;

/** The rules with their items: `models.basket_rule`. */
export const basketRulesSql: Sql = sql`with side as (
    select cast(found.rule as integer) as rule, list(item.item order by item.item) as left_items
    from ${relationName(tables.left)} as found
    join ${relationName(tables.item)} as item on item.item_no = found.item_no
    group by found.rule
  )
  select side.rule, side.left_items, item.item as right_item,
    cast(found.length as integer) as length,
    cast(found.baskets as bigint) as baskets,
    cast(found.left_baskets as bigint) as left_baskets,
    cast(found.right_baskets as bigint) as right_baskets,
    cast(found.all_baskets as bigint) as all_baskets,
    found.support, found.confidence, found.lift, found.leverage, found.conviction, found.yules_q, found.chi_square,
    found.p_value, found.adjusted_p,
    found.is_redundant = 1 as is_redundant, found.is_significant = 1 as is_significant,
    found.is_told = 1 as is_told
  from ${relationName(tables.found)} as found
  join side on side.rule = found.rule
  join ${relationName(tables.item)} as item on item.item_no = found.right_no
  order by side.rule`;

/** The same without a rule. */
export const noBasketRules: Sql = noRows(basketRuleColumns);
