-- marts.profit_decile: profit and loss by tenths of the customers, the most profitable first
-- grain: decile (grouped)
-- reads: marts.customer_profit
-- not null: customers, profit
-- totals: (select row(coalesce(sum(customers), 0), coalesce(sum(profit), 0)) from marts.profit_decile) = (select row(count(*), coalesce(sum(profit), 0)) from marts.customer_profit where customer_id <> '' and (lines > 0 or cost_to_serve <> 0 or campaign_cost <> 0 or acquisition_cost <> 0))
with
ranked as (
  select
    profit.*,
    row_number() over (order by profit desc, customer_id) as place,
    count(*) over () as customers,
  from marts.customer_profit as profit
  where customer_id <> '' and (lines > 0 or cost_to_serve <> 0 or campaign_cost <> 0 or acquisition_cost <> 0)
)
select
  cast((place - 1) * 10 // customers + 1 as integer) as decile, -- 1 is the best; of n customers the one at place p is in floor(10 (p - 1) / n) + 1
  count(*) as customers, -- in the tenth
  sum(revenue) as revenue,
  sum(returns) as returns,
  sum(discounts) as discounts,
  sum(net_revenue) as net_revenue,
  sum(shipping_charged) as shipping_charged,
  sum(cost_of_goods) as cost_of_goods,
  sum(gross_margin) as gross_margin,
  sum(fulfilment) as fulfilment,
  sum(cost_to_serve) as cost_to_serve,
  sum(campaign_cost) as campaign_cost,
  sum(acquisition_cost) as acquisition_cost,
  sum(profit) as profit,
  min(profit) as least_profit, -- of one of them
  max(profit) as most_profit, -- of one of them
from ranked
group by cast((place - 1) * 10 // customers + 1 as integer)
