-- marts.whale: how profit is concentrated: what the profitable customers earn and the others take away
-- grain: one row
-- reads: marts.customer_profit
-- holds: peak_profit >= profit and eroded = peak_profit - profit
with
customers as (
  select profit
  from marts.customer_profit
  where customer_id <> '' and (lines > 0 or cost_to_serve <> 0 or campaign_cost <> 0 or acquisition_cost <> 0)
),
sums as (
  select
    count(*) as customers,
    count(*) filter (where profit > 0) as peak_customers,
    coalesce(sum(profit), 0) as profit,
    coalesce(sum(case when profit > 0 then profit end), 0) as peak_profit,
  from customers
)
select
  customers, -- with an order line, or a contact or campaign that cost something
  peak_customers, -- with a profit above zero
  profit, -- of all of them
  peak_profit, -- of those with a profit above zero
  peak_profit - profit as eroded, -- what the others take away
  cast(peak_customers as double) / nullif(cast(customers as double), 0) as peak_share_of_customers, -- those with a profit above 0, of all on the curve
  case when profit > 0 then cast(peak_profit as double) / cast(profit as double) end as peak_ratio, -- peak profit / profit; null: no profit in all
from sums
