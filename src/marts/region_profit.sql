-- marts.region_profit: profit and loss by region of the customer
-- grain: country, region
-- reads: marts.group_profit
-- totals: (select coalesce(sum(profit), 0) from marts.region_profit) = (select sum(profit) from marts.customer_profit)
select
  member.parent as country, -- 'unknown', or 'anonymous' for what belongs to no customer
  member.member as region, -- of the customers
  member.customers,
  member.buyers,
  member.orders,
  member.lines,
  member.revenue,
  member.returns,
  member.discounts,
  member.net_revenue,
  member.shipping_charged,
  member.cost_of_goods,
  member.gross_margin,
  member.fulfilment,
  member.cost_to_serve,
  member.campaign_cost,
  member.acquisition_cost,
  member.profit,
  member.revenue_without_cost,
  member.lines_without_cost,
  member.customer_share,
  member.net_revenue_share,
  member.profit_share,
  member.mean_net_revenue,
  member.mean_profit,
from marts.group_profit as member
where member.dimension = 'region'
