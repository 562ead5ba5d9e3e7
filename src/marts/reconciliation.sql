-- marts.reconciliation: every line of the account as the warehouse has it, and its sums over customers, segments and sales
-- grain: line
-- reads: warehouse.order_line, warehouse.customer_order, warehouse.interaction, warehouse.campaign, marts.customer_profit, marts.segment_profit, marts.sales
-- not null: source, warehouse, customers, segments
-- holds: customers = warehouse and segments = warehouse and coalesce(sales = warehouse, true)
with
line as (
  select
    sum(case when is_return then 0 else gross_amount end) as revenue,
    sum(case when is_return then -gross_amount else 0 end) as returns,
    sum(discount) as discounts,
    sum(net_amount) as net_revenue,
    sum(shipping) as shipping_charged,
    sum(cost) as cost_of_goods,
    sum(case when cost is null then net_amount end) as revenue_without_cost,
  from warehouse.order_line
),
orders as (
  select sum(fulfilment) as fulfilment
  from warehouse.customer_order
),
contacts as (
  select sum(contact_cost) as cost_to_serve
  from warehouse.interaction
),
campaigns as (
  select sum(cost) as campaigns
  from warehouse.campaign
),
customer as (
  select
    sum(revenue) as revenue,
    sum(returns) as returns,
    sum(discounts) as discounts,
    sum(net_revenue) as net_revenue,
    sum(shipping_charged) as shipping_charged,
    sum(cost_of_goods) as cost_of_goods,
    sum(fulfilment) as fulfilment,
    sum(cost_to_serve) as cost_to_serve,
    sum(campaign_cost + acquisition_cost) as campaigns,
    sum(profit) as profit,
    sum(revenue_without_cost) as revenue_without_cost,
  from marts.customer_profit
),
segment as (
  select
    sum(revenue) as revenue,
    sum(returns) as returns,
    sum(discounts) as discounts,
    sum(net_revenue) as net_revenue,
    sum(shipping_charged) as shipping_charged,
    sum(cost_of_goods) as cost_of_goods,
    sum(fulfilment) as fulfilment,
    sum(cost_to_serve) as cost_to_serve,
    sum(campaign_cost + acquisition_cost) as campaigns,
    sum(profit) as profit,
    sum(revenue_without_cost) as revenue_without_cost,
  from marts.segment_profit
),
sale as (
  select
    sum(revenue) as revenue,
    sum(returns) as returns,
    sum(discounts) as discounts,
    sum(net_revenue) as net_revenue,
    sum(shipping_charged) as shipping_charged,
    sum(cost_of_goods) as cost_of_goods,
    sum(revenue_without_cost) as revenue_without_cost,
  from marts.sales
),
compared as (
  select 'revenue' as line, 'sum(case when not is_return then gross_amount end) of warehouse.order_line' as source, line.revenue as warehouse, customer.revenue as customers, segment.revenue as segments, coalesce(sale.revenue, 0) as sales
  from line cross join customer cross join segment cross join sale
  union all
  select 'returns', 'sum(case when is_return then -gross_amount end) of warehouse.order_line', line.returns, customer.returns, segment.returns, coalesce(sale.returns, 0)
  from line cross join customer cross join segment cross join sale
  union all
  select 'discounts', 'sum(discount) of warehouse.order_line', line.discounts, customer.discounts, segment.discounts, coalesce(sale.discounts, 0)
  from line cross join customer cross join segment cross join sale
  union all
  select 'net_revenue', 'sum(net_amount) of warehouse.order_line', line.net_revenue, customer.net_revenue, segment.net_revenue, coalesce(sale.net_revenue, 0)
  from line cross join customer cross join segment cross join sale
  union all
  select 'shipping_charged', 'sum(shipping) of warehouse.order_line', line.shipping_charged, customer.shipping_charged, segment.shipping_charged, coalesce(sale.shipping_charged, 0)
  from line cross join customer cross join segment cross join sale
  union all
  select 'cost_of_goods', 'sum(cost) of warehouse.order_line', line.cost_of_goods, customer.cost_of_goods, segment.cost_of_goods, coalesce(sale.cost_of_goods, 0)
  from line cross join customer cross join segment cross join sale
  union all
  select 'fulfilment', 'sum(fulfilment) of warehouse.customer_order', orders.fulfilment, customer.fulfilment, segment.fulfilment, null
  from orders cross join customer cross join segment
  union all
  select 'cost_to_serve', 'sum(contact_cost) of warehouse.interaction', contacts.cost_to_serve, customer.cost_to_serve, segment.cost_to_serve, null
  from contacts cross join customer cross join segment
  union all
  select 'campaign_cost + acquisition_cost', 'sum(cost) of warehouse.campaign', campaigns.campaigns, customer.campaigns, segment.campaigns, null
  from campaigns cross join customer cross join segment
  union all
  select
    'profit',
    'net_revenue + shipping_charged - cost_of_goods - fulfilment - cost_to_serve - campaign_cost - acquisition_cost of the warehouse',
    coalesce(line.net_revenue, 0) + coalesce(line.shipping_charged, 0) - coalesce(line.cost_of_goods, 0)
    - coalesce(orders.fulfilment, 0) - coalesce(contacts.cost_to_serve, 0) - coalesce(campaigns.campaigns, 0),
    customer.profit,
    segment.profit,
    null
  from line cross join orders cross join contacts cross join campaigns cross join customer cross join segment
  union all
  select 'revenue_without_cost', 'sum(case when cost is null then net_amount end) of warehouse.order_line', line.revenue_without_cost, customer.revenue_without_cost, segment.revenue_without_cost, coalesce(sale.revenue_without_cost, 0)
  from line cross join customer cross join segment cross join sale
)
select
  line, -- of the profit and loss account; revenue_without_cost: net revenue whose cost of goods is unknown
  source, -- what it is a sum of
  coalesce(warehouse, 0) as warehouse,
  coalesce(customers, 0) as customers, -- sum of marts.customer_profit
  coalesce(segments, 0) as segments, -- sum of marts.segment_profit
  sales, -- sum of marts.sales; null: a line that belongs to customers, not to sales
from compared
