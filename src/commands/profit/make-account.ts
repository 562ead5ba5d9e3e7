import type { Engine } from '../../engine/engine.ts';
import { buildRelations } from '../../pipeline/build-relations.ts';
import type { Settings } from '../../pipeline/settings.ts';
import { sqlTypes } from '../../sources/convert.sql.ts';
import { acceptedSql } from '../../sources/accepted.sql.ts';
import { canonicalTables, tableNames } from '../../sources/tables.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { TransactionColumns } from '../files/guess-columns.ts';
import { lines, type FurtherColumns } from '../files/transactions.ts';

/** The marts of an account that need no model. */
export const accountMarts = [
  'customer_profit',
  'cost_gap',
  'whale',
  'whale_curve',
  'concentration',
  'lorenz',
  'profit_decile',
  'loss_maker',
].map((mart) => `marts.${mart}`);

/** Without a column of orders, an order is what a customer buys on a day; a line that names no order is one of its own. */
const orderOf = (columns: TransactionColumns): Sql =>
  columns.order === null
    ? sql`coalesce('c' || customer_id || ' ' || cast(day as varchar), 'r' || cast("row" as varchar))`
    : sql`coalesce('o' || order_id, 'r' || cast("row" as varchar))`;

/** The cost of the goods of a row, as far as it is known. */
function costOf(further: FurtherColumns): Sql {
  if (further.money?.['cost'] !== undefined) return sql`cost`;
  return further.money?.['profit'] === undefined ? sql`null` : sql`amount - profit`;
}

/** Typed rows as the purchases that a run would load. */
function purchasesSql(columns: TransactionColumns, further: FurtherColumns): Sql {
  const known: Readonly<Record<string, Sql>> = {
    order_id: orderOf(columns),
    line_number: sql`cast("row" as varchar)`,
    customer_id: sql`customer_id`,
    product_id: further.text?.['product_id'] === undefined ? sql`null` : sql`product_id`,
    purchased_at: sql`day`,
    quantity: sql`coalesce(quantity, case when is_return then -1 else 1 end)`,
    amount: sql`amount`,
    discount: sql`discount`,
    shipping: further.money?.['shipping'] === undefined ? sql`null` : sql`shipping`,
    cost: costOf(further),
    source: sql`'file'`,
  };
  const typed = Object.entries(canonicalTables.purchases.columns).map(
    ([column, { type }]) => sql`cast(${known[column] ?? raw('null')} as ${raw(sqlTypes[type])}) as ${name(column)}`,
  );
  return sql`select ${join(typed)}, cast('file' as varchar) as source from ${relationName(lines)}`;
}

/**
 * Makes the account of every customer from typed rows, by the relations and audits of a run: `marts.customer_profit` and what follows from it.
 * The rates of fulfilment are those of `settings`; a file has no contacts and no campaigns.
 */
export async function makeAccount(
  engine: Engine,
  columns: TransactionColumns,
  further: FurtherColumns,
  settings: Settings,
  asOf: string,
): Promise<void> {
  for (const table of tableNames)
    await engine.create(
      `raw.${table}`,
      table === 'purchases' ? purchasesSql(columns, further) : acceptedSql(table, []),
    );
  await buildRelations(engine, settings, asOf, [...accountMarts, 'warehouse.line_account']);
}
