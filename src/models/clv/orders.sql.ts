import { sql, type Sql } from '../../sql/sql.ts';

/** The purchases of `warehouse.customer_order`, as `PurchaseInput` has them. */
export const orderPurchasesSql: Sql = sql`select customer_id, purchased_on as day, sold_amount - sold_discount as sold,
    net_amount - (sold_amount - sold_discount) as returned, is_purchase
  from warehouse.customer_order`;

/**
 * `margin, net`: what is left of the spend of customers when goods and fulfilment are paid and shipping is charged, over the orders whose goods all have a cost that is known,
 * and the net amount of these.
 */
export const orderMarginSql: Sql = sql`select coalesce(sum(net_amount + shipping - cost - fulfilment), 0) as margin, coalesce(sum(net_amount), 0) as net
  from warehouse.customer_order where customer_id is not null and lines_without_cost = 0`;
