-- marts.concentration: how unequally customers share the net revenue
-- grain: one row
-- reads: marts.customer_profit
-- holds: gini is null or gini between 0 and 1
with
ranked as (
  select
    case when net_revenue > 0 then net_revenue else 0 end as amount,
    net_revenue < 0 as is_below,
    row_number() over (order by net_revenue, customer_id) as place,
    count(*) over () as n,
  from marts.customer_profit
  where customer_id <> '' and lines > 0
),
sums as (
  select
    count(*) as customers,
    count(*) filter (where is_below) as below_zero,
    coalesce(sum(amount), 0) as total,
    sum((2 * place - n - 1) * cast(amount as decimal(38, 4))) as weighted,
    sum(case when (n - place) * 100 < n then amount end) as top_1,
    sum(case when (n - place) * 100 < 5 * n then amount end) as top_5,
    sum(case when (n - place) * 100 < 10 * n then amount end) as top_10,
    sum(case when (n - place) * 100 < 20 * n then amount end) as top_20,
    sum(case when (n - place) * 100 < 50 * n then amount end) as top_50,
  from ranked
)
select
  customers, -- with an order line
  below_zero, -- brought back more than they bought; they count as 0 here
  total as net_revenue, -- of the others
  case when total > 0 then cast(weighted as double) / (cast(customers as double) * cast(total as double)) end
    as gini, -- 0: all bring the same, near 1: one brings all; Σ (2i − n − 1) y_i / (n Σ y), y ascending; null: nobody brings any
  case
    when total > 0 and customers > 1
      then cast(weighted as double) / (cast(customers - 1 as double) * cast(total as double))
  end as gini_unbiased, -- n / (n − 1) times as much: estimates that of the customers these are drawn from
  cast(top_1 as double) / nullif(cast(total as double), 0) as top_1_share, -- of net revenue, by the best 1 percent, rounded up
  cast(top_5 as double) / nullif(cast(total as double), 0) as top_5_share, -- of net revenue, by the best 5 percent, rounded up
  cast(top_10 as double) / nullif(cast(total as double), 0) as top_10_share, -- of net revenue, by the best 10 percent, rounded up
  cast(top_20 as double) / nullif(cast(total as double), 0) as top_20_share, -- of net revenue, by the best 20 percent, rounded up
  cast(top_50 as double) / nullif(cast(total as double), 0) as top_50_share, -- of net revenue, by the best 50 percent, rounded up
from sums
