import type { Row, Shape } from '../../engine/engine.ts';
import { join, name, type Sql } from '../../sql/sql.ts';

/** The steps from what was sold to its gross margin, as every mart of sales has them. Amounts in the currency of the pipeline. */
export const marginShape = {
  revenue: 'number',
  returns: 'number',
  discounts: 'number',
  net_revenue: 'number',
  shipping_charged: 'number',
  cost_of_goods: 'number',
  gross_margin: 'number',
} as const satisfies Shape;

/** The same down to profit, as every mart of customers has them. */
export const profitShape = {
  ...marginShape,
  fulfilment: 'number',
  cost_to_serve: 'number',
  campaign_cost: 'number',
  acquisition_cost: 'number',
  profit: 'number',
} as const satisfies Shape;

/** An account from revenue to profit. */
export type ProfitAndLoss = Readonly<Row<typeof profitShape>>;

/** A group of customers with what it brings. */
export const groupShape = { customers: 'integer', buyers: 'integer', orders: 'integer', ...profitShape } as const;

/** A row of a mart of customers. */
export type Group = Readonly<Row<typeof groupShape>>;

/** The columns of a shape, for a select. */
export const columnsOf = (shape: Shape): Sql => join(Object.keys(shape).map((column) => name(column)));
