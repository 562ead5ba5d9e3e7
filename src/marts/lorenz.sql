-- marts.lorenz: share of net revenue of the 0, 1, … 100 percent of customers who bring least
-- grain: percentile
-- reads: marts.customer_profit
-- not null: customers
-- totals: (select count(*) from marts.lorenz) = 101
with
ranked as (
  select
    row_number() over (order by net_revenue, customer_id) as place,
    sum(case when net_revenue > 0 then net_revenue else 0 end) over (
      order by net_revenue, customer_id rows between unbounded preceding and current row
    ) as cumulative_net_revenue,
  from marts.customer_profit
  where customer_id <> '' and lines > 0
),
total as (
  select count(*) as customers, coalesce(max(cumulative_net_revenue), 0) as net_revenue
  from ranked
),
points as (
  select
    cast(series.percentile as integer) as percentile,
    total.customers * series.percentile // 100 as customers,
    total.net_revenue,
  from generate_series(0, 100) as series (percentile)
  cross join total
)
select
  points.percentile, -- of the customers with an order line
  points.customers, -- so many of those who bring least; rounded down
  coalesce(ranked.cumulative_net_revenue, 0) as cumulative_net_revenue, -- of these; whoever brought back more than they bought counts as 0
  case
    when points.net_revenue > 0
      then cast(coalesce(ranked.cumulative_net_revenue, 0) as double) / cast(points.net_revenue as double)
  end as share_of_net_revenue, -- 1 = of all; null: nobody brings any
from points
left join ranked on ranked.place = points.customers
