import type { Engine } from '../../engine/engine.ts';
import type { PageCustomer } from '../../reports/clv/data.ts';
import { sql, type Sql } from '../../sql/sql.ts';

const shown = 10;

/** The ten customers of scores with the highest lifetime value; of equal ones the first by id. */
export const readTop = (engine: Engine, scores: Sql): Promise<PageCustomer[]> =>
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
