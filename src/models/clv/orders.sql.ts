import { sql, type Sql } from '../../sql/sql.ts';
import { double } from '../literal.sql.ts';

/** The purchases of `warehouse.customer_order`, as `PurchaseInput` has them. */
export const orderPurchasesSql: Sql = sql`select customer_id, purchased_on as day, sold_amount - sold_discount as sold,
    net_amount - (sold_amount - sold_discount) as returned, is_purchase
  from warehouse.customer_order`;

/**
 * `margin, net, total`: what is left of the spend of customers when goods and fulfilment are paid and shipping is charged, over the orders whose goods all have a cost that is known,
 * the net amount of these, and that of all their orders.
 */
export const orderMarginSql: Sql = sql`select
    coalesce(sum(case when lines_without_cost = 0 then net_amount + shipping - cost - fulfilment end), 0) as margin,
    coalesce(sum(case when lines_without_cost = 0 then net_amount end), 0) as net, coalesce(sum(net_amount), 0) as total
  from warehouse.customer_order where customer_id is not null`;

/**
 * `customer_id, margin` of customers with such orders: their own margin, drawn to that of all by c, the mean net amount of those above 0:
 * (own margin in money + c × margin of all) / (own net amount, 0 at least, + c), at most 1. A rule after the idea of credibility (Bühlmann 1967); its c is set, not estimated from variances.
 */
export const ownMarginsSql = (ofAll: number): Sql => sql`with own as (
    select customer_id, cast(margin as double) as margin, greatest(net, 0) as net
    from (
      select customer_id, sum(net_amount + shipping - cost - fulfilment) as margin, sum(net_amount) as net
      from warehouse.customer_order where customer_id is not null and lines_without_cost = 0 group by customer_id
    ) as known
  ), everybody as (
    select cast(sum(net) as double) / count(case when net > 0 then 1 end) as usual from own
  )
  select customer_id, least(1, (margin + usual * ${double(ofAll)}) / (cast(net as double) + usual)) as margin
  from own cross join everybody`;
