-- marts.reconciliation: every line of the account as the warehouse has it, and what it adds up to however it is split
-- grain: split, line
-- reads: warehouse.customer_order, warehouse.interaction, warehouse.campaign, marts.group_profit, marts.sales_profit
-- not null: source, warehouse, amount
-- holds: amount = warehouse
with
contacts as (
  select coalesce(sum(contact_cost), 0) as cost
  from warehouse.interaction
),
campaigns as (
  select coalesce(sum(cost), 0) as cost
  from warehouse.campaign
),
orders as (
  select
    coalesce(sum(sold_amount), 0) as revenue,
    coalesce(sum(returned_amount), 0) as returns,
    coalesce(sum(discount), 0) as discounts,
    coalesce(sum(net_amount), 0) as net_revenue,
    coalesce(sum(shipping), 0) as shipping_charged,
    coalesce(sum(cost), 0) as cost_of_goods,
    coalesce(sum(fulfilment), 0) as fulfilment,
    coalesce(sum(net_amount_without_cost), 0) as revenue_without_cost,
  from warehouse.customer_order
),
part as (
  select
    'warehouse' as split,
    orders.*,
    contacts.cost as cost_to_serve,
    campaigns.cost as campaigns,
    net_revenue + shipping_charged - cost_of_goods - fulfilment - contacts.cost - campaigns.cost as profit,
  from orders
  cross join contacts
  cross join campaigns
  union all
  select
    dimension, revenue, returns, discounts, net_revenue, shipping_charged, cost_of_goods, fulfilment, revenue_without_cost,
    cost_to_serve, campaign_cost + acquisition_cost, profit,
  from marts.group_profit
  union all
  select
    dimension, revenue, returns, discounts, net_revenue, shipping_charged, cost_of_goods, fulfilment, revenue_without_cost,
    cost_to_serve, campaign_cost + acquisition_cost, coalesce(profit, contribution_margin),
  from marts.sales_profit
),
lines as (
  select
    split,
    unnest([
      {'line': 'revenue', 'source': 'sum(sold_amount) of warehouse.customer_order', 'amount': revenue},
      {'line': 'returns', 'source': 'sum(returned_amount) of warehouse.customer_order', 'amount': returns},
      {'line': 'discounts', 'source': 'sum(discount) of warehouse.customer_order', 'amount': discounts},
      {'line': 'net_revenue', 'source': 'sum(net_amount) of warehouse.customer_order', 'amount': net_revenue},
      {'line': 'shipping_charged', 'source': 'sum(shipping) of warehouse.customer_order', 'amount': shipping_charged},
      {'line': 'cost_of_goods', 'source': 'sum(cost) of warehouse.customer_order', 'amount': cost_of_goods},
      {'line': 'fulfilment', 'source': 'sum(fulfilment) of warehouse.customer_order', 'amount': fulfilment},
      {'line': 'cost_to_serve', 'source': 'sum(contact_cost) of warehouse.interaction', 'amount': cost_to_serve},
      {'line': 'campaign_cost + acquisition_cost', 'source': 'sum(cost) of warehouse.campaign', 'amount': campaigns},
      {'line': 'profit', 'source': 'net_revenue + shipping_charged - all costs above', 'amount': profit},
      {'line': 'revenue_without_cost', 'source': 'sum(net_amount_without_cost) of warehouse.customer_order', 'amount': revenue_without_cost}
    ], recursive := true),
  from part
),
sums as (
  select split, line, coalesce(sum(amount), 0) as amount
  from lines
  where split <> 'warehouse'
  group by split, line
),
splits as (
  select split
  from (values
    ('all'), ('segment'), ('rfm_segment'), ('usage_class'), ('lifecycle'), ('region'), ('acquisition_source'),
    ('category'), ('product'), ('channel'), ('sales_rep'), ('month')
  ) as every (split)
  union
  select split
  from sums
)
select
  splits.split, -- all, segment, rfm_segment, usage_class, lifecycle, region, acquisition_source, category, product, channel, sales_rep or month
  warehouse.line, -- of the profit and loss account; revenue_without_cost: net revenue whose cost of goods is unknown
  warehouse.source, -- what it is in the warehouse; marts.customer_profit, whose sum is 'all', and warehouse.customer_order are held against it too
  warehouse.amount as warehouse, -- the amount there
  coalesce(sums.amount, 0) as amount, -- over marts.group_profit or marts.sales_profit: 0 where the split has no rows; of what ends at the contribution margin, profit is that less the costs that are not attributed
from splits
join lines as warehouse on warehouse.split = 'warehouse'
left join sums on sums.split = splits.split and sums.line = warehouse.line
