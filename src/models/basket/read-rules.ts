import type { Engine, Row } from '../../engine/engine.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { basketRulesSql } from './rule.sql.ts';

const shape = {
  rule: 'integer',
  left_items: 'json',
  right_item: 'text',
  baskets: 'integer',
  left_baskets: 'integer',
  right_baskets: 'integer',
  support: 'number',
  confidence: 'number',
  lift: 'number',
  leverage: 'number',
  conviction: 'number?',
  yules_q: 'number?',
  chi_square: 'number',
  p_value: 'number',
  adjusted_p: 'number',
  is_redundant: 'boolean',
  is_significant: 'boolean',
  is_told: 'boolean',
} as const;

/** A rule with the items of both sides. */
export type BasketRule = Omit<Row<typeof shape>, 'left_items'> & { readonly left_items: readonly string[] };

/** The rules of a fit as rows that any file can hold: the left side as a JSON list of texts. */
export const flatRulesSql: Sql = sql`select * replace (cast(to_json(left_items) as varchar) as left_items) from (${basketRulesSql}) as rule order by rule`;

/**
 * The first rules of a fit by lift; those that are redundant are left out.
 *
 * @param told those alone that hold beyond chance, the surest of each set of goods
 */
export async function readRules(engine: Engine, most: number, told: boolean): Promise<BasketRule[]> {
  const rows = await engine.rows(
    sql`select * from (${flatRulesSql}) as flat where not is_redundant and (is_told or ${!told}) order by rule limit ${most}`,
    shape,
    most,
  );
  return rows.map((row) => ({ ...row, left_items: row.left_items as readonly string[] }));
}
