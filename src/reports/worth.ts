import type { Cost, Worth } from '../text/en/words.ts';
import type { Total } from './data/total.ts';
import { ratio } from './view.ts';

/** What tells which costs are known. */
type Costs = Pick<Total, Cost | 'revenue_without_cost' | 'net_revenue'>;

/** Costs of goods are known for some line, be they nothing. */
export const knowsGoods = ({ cost_of_goods, revenue_without_cost, net_revenue }: Costs): boolean =>
  cost_of_goods !== 0 || revenue_without_cost !== net_revenue;

/** The costs that are known, in the order of the account. */
export const knownCosts = (total: Costs): Cost[] => [
  ...(knowsGoods(total) ? (['cost_of_goods'] as const) : []),
  ...(['fulfilment', 'cost_to_serve', 'campaign_cost', 'acquisition_cost'] as const).filter(
    (cost) => total[cost] !== 0,
  ),
];

/** What is ranked by: without a known cost, profit is but another name for net revenue. */
export const worthOf = ({ total }: { readonly total: Costs }): Worth =>
  knownCosts(total).length > 0 ? 'profit' : 'net_revenue';

/** The share of net revenue whose cost of goods is known, 0 to 1. */
export const knownShare = (total: Total): number =>
  Math.min(1, Math.max(0, 1 - ratio(total.revenue_without_cost, total.net_revenue)));
