-- marts.channel_profit: sales and gross margin by channel of the sale
-- grain: channel (grouped)
-- reads: marts.sales
-- holds: gross_margin = revenue - returns - discounts + shipping_charged - cost_of_goods
-- totals: (select coalesce(sum(gross_margin), 0) from marts.channel_profit) = (select coalesce(sum(gross_margin), 0) from marts.sales)
with
amounts as (
  select
    channel,
    sum(lines) as lines,
    sum(quantity) as quantity,
    sum(revenue) as revenue,
    sum(returns) as returns,
    sum(discounts) as discounts,
    sum(net_revenue) as net_revenue,
    sum(shipping_charged) as shipping_charged,
    sum(cost_of_goods) as cost_of_goods,
    sum(gross_margin) as gross_margin,
    sum(revenue_without_cost) as revenue_without_cost,
    sum(lines_without_cost) as lines_without_cost,
  from marts.sales
  group by channel
),
total as (
  select sum(net_revenue) as net_revenue, sum(gross_margin) as gross_margin
  from amounts
)
select
  amounts.channel,
  cast(amounts.lines as bigint) as lines, -- sold and returned
  amounts.quantity, -- units sold less units returned
  amounts.revenue,
  amounts.returns,
  amounts.discounts,
  amounts.net_revenue, -- revenue - returns - discounts
  amounts.shipping_charged,
  amounts.cost_of_goods,
  amounts.gross_margin, -- net revenue + shipping charged - cost of goods
  amounts.revenue_without_cost, -- net revenue of lines whose cost is unknown
  cast(amounts.lines_without_cost as bigint) as lines_without_cost,
  cast(amounts.net_revenue as double) / nullif(cast(total.net_revenue as double), 0) as net_revenue_share,
  cast(amounts.gross_margin as double) / nullif(cast(total.gross_margin as double), 0) as gross_margin_share,
from amounts
cross join total
