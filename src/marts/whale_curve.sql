-- marts.whale_curve: cumulated profit of the best 0, 1, … 100 percent of customers, the most profitable first
-- grain: percentile
-- reads: marts.customer_profit, marts.whale
-- not null: customers, cumulative_profit
-- totals: (select count(*) from marts.whale_curve) = 101
-- totals: (select cumulative_profit from marts.whale_curve where percentile = 100) = (select profit from marts.whale)
-- totals: (select coalesce(max(cumulative_profit), 0) from marts.whale_curve) <= (select peak_profit from marts.whale)
with
ranked as (
  select
    row_number() over (order by profit desc, customer_id) as place,
    sum(profit) over (order by profit desc, customer_id rows between unbounded preceding and current row)
      as cumulative_profit,
  from marts.customer_profit
  where customer_id <> '' and (lines > 0 or cost_to_serve <> 0 or campaign_cost <> 0 or acquisition_cost <> 0)
),
points as (
  select
    cast(series.percentile as integer) as percentile,
    cast(ceil(cast(whale.customers * series.percentile as double) / 100) as bigint) as customers,
    whale.profit,
  from generate_series(0, 100) as series (percentile)
  cross join marts.whale as whale
)
select
  points.percentile, -- of the customers with an order line, or a contact or campaign that cost something
  points.customers, -- the best so many
  coalesce(ranked.cumulative_profit, 0) as cumulative_profit, -- of these
  case when points.profit > 0 then cast(coalesce(ranked.cumulative_profit, 0) as double) / cast(points.profit as double) end
    as share_of_profit, -- 1 = the profit of all; null: no profit in all
from points
left join ranked on ranked.place = points.customers
