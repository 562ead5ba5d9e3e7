import { sql, type Sql } from '../../sql/sql.ts';

/** Every customer with their account, place by profit, tenth, and the line that makes them lose; the most profitable first. */
export const customersSql =
  (): Sql => sql`select profit.customer_id, profit.orders, profit.lines, profit.revenue, profit.returns, profit.discounts,
    profit.net_revenue, profit.shipping_charged, profit.cost_of_goods, profit.gross_margin, profit.fulfilment, profit.cost_to_serve,
    profit.campaign_cost, profit.acquisition_cost, profit.profit, profit.revenue_without_cost,
    profit.place, profit.cumulative_profit, cast((profit.place - 1) * 10 // profit.customers + 1 as integer) as decile,
    maker.reason as loss_reason, maker.amount as loss_amount, maker.usual_amount as loss_usual_amount
  from (
    select *, row_number() over (order by profit desc, customer_id) as place, count(*) over () as customers,
      sum(profit) over (order by profit desc, customer_id rows between unbounded preceding and current row) as cumulative_profit
    from marts.customer_profit
    where customer_id <> '' and (lines > 0 or cost_to_serve <> 0 or campaign_cost <> 0 or acquisition_cost <> 0)
  ) as profit
  left join marts.loss_maker as maker on maker.customer_id = profit.customer_id
  order by profit.place`;
