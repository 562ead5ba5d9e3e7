import type { Row, Shape } from '../../engine/engine.ts';
import { join, name, type Sql } from '../../sql/sql.ts';

/** The steps from what was sold to its gross margin. Amounts in the currency of the pipeline. */
const marginShape = {
  revenue: 'number',
  returns: 'number',
  discounts: 'number',
  net_revenue: 'number',
  shipping_charged: 'number',
  cost_of_goods: 'number',
  gross_margin: 'number',
} as const satisfies Shape;

/** What contacts and campaigns cost. */
export const customerCostShape = {
  cost_to_serve: 'number',
  campaign_cost: 'number',
  acquisition_cost: 'number',
} as const satisfies Shape;

/** Costs of customers that nothing of what was sold has caused. */
export type CustomerCosts = Readonly<Row<typeof customerCostShape>>;

/** An account down to the contribution margin, as every mart of sales has it. */
export const salesShape = {
  ...marginShape,
  fulfilment: 'number',
  contribution_margin: 'number',
} as const satisfies Shape;

/** The same down to profit, as months have it. */
export const monthShape = { ...salesShape, ...customerCostShape, profit: 'number' } as const satisfies Shape;

/** An account down to profit, as every mart of customers has it. */
export const profitShape = {
  ...marginShape,
  fulfilment: 'number',
  ...customerCostShape,
  profit: 'number',
} as const satisfies Shape;

/** Where accounts end: at profit; those of sales at the contribution margin, or the gross margin where fulfilment costs nothing. */
export function bottomOf(
  accounts: readonly Readonly<Record<string, number>>[],
): 'profit' | 'contribution_margin' | 'gross_margin' {
  if (accounts.some((account) => 'profit' in account)) return 'profit';
  return accounts.some((account) => account['fulfilment'] !== 0) ? 'contribution_margin' : 'gross_margin';
}

/** What all of them cost. */
export const costOf = (costs: CustomerCosts): number =>
  costs.cost_to_serve + costs.campaign_cost + costs.acquisition_cost;

/** An account from revenue to profit. */
export type ProfitAndLoss = Readonly<Row<typeof profitShape>>;

/** A group of customers with what it brings. */
export const groupShape = { customers: 'integer', buyers: 'integer', orders: 'integer', ...profitShape } as const;

/** A row of a mart of customers. */
export type Group = Readonly<Row<typeof groupShape>>;

/** The columns of a shape, for a select. */
export const columnsOf = (shape: Shape): Sql => join(Object.keys(shape).map((column) => name(column)));
