import type { Engine } from '../../engine/engine.ts';
import { sql, type Sql } from '../../sql/sql.ts';

/** One of the customers who are worth most. */
export interface TopCustomer {
  readonly customer: string;
  readonly value: number;
  readonly alive: number;
  readonly purchases: number;
  readonly spend: number;
  readonly last: string;
  readonly next: string | null;
  readonly overdue: number;
}

const shown = 10;

/** The ten customers of scores with the highest lifetime value; of equal ones the first by id. */
export const readTop = (engine: Engine, scores: Sql): Promise<TopCustomer[]> =>
  engine.rows(
    sql`select customer_id as customer, lifetime_value as value, p_alive as alive, expected_purchases as purchases, expected_spend as spend,
        last_purchased_on as last, next_purchase_on as next, overdue
      from (${scores}) as score order by lifetime_value desc, customer_id limit ${shown}`,
    {
      customer: 'text',
      value: 'number',
      alive: 'number',
      purchases: 'number',
      spend: 'number',
      last: 'day',
      next: 'day?',
      overdue: 'number',
    },
    shown,
  );
