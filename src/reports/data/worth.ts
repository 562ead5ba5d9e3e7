import type { Engine, Shape } from '../../engine/engine.ts';
import { join, name, sql } from '../../sql/sql.ts';
import type { Worth } from '../../text/en/words.ts';
import { worthOf } from '../worth.ts';

const shape = {
  net_revenue: 'number',
  revenue_without_cost: 'number',
  cost_of_goods: 'number',
  fulfilment: 'number',
  cost_to_serve: 'number',
  campaign_cost: 'number',
  acquisition_cost: 'number',
} as const satisfies Shape;

/** What customers can be told by: profit, or net revenue where no cost is known; the same as of `marts.total`, before that is there. */
export async function readWorth(engine: Engine): Promise<Worth> {
  const sums = Object.keys(shape).map((column) => sql`coalesce(sum(${name(column)}), 0) as ${name(column)}`);
  const [total] = await engine.rows(sql`select ${join(sums)} from marts.customer_profit`, shape, 1);
  return worthOf({ total: total! });
}
