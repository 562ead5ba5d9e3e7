-- marts.customer_profit: profit and loss of each customer; the customer '' holds what belongs to no customer, so that sums agree
-- grain: customer_id
-- reads: warehouse.customer_order, warehouse.interaction, warehouse.campaign_share, features.customer_contact
-- not null: revenue, returns, discounts, net_revenue, shipping_charged, cost_of_goods, cost_of_returned_goods, gross_margin, fulfilment, return_handling, cost_to_serve, campaign_cost, acquisition_cost, profit
-- holds: net_revenue = revenue - returns - discounts
-- holds: gross_margin = net_revenue + shipping_charged - cost_of_goods
-- holds: profit = gross_margin - fulfilment - cost_to_serve - campaign_cost - acquisition_cost
-- holds: fulfilment >= return_handling
-- totals: (select sum(net_revenue) from marts.customer_profit) = (select coalesce(sum(net_amount), 0) from warehouse.customer_order)
-- totals: (select sum(revenue - returns) from marts.customer_profit) = (select coalesce(sum(gross_amount), 0) from warehouse.customer_order)
-- totals: (select sum(cost_of_goods) from marts.customer_profit) = (select coalesce(sum(cost), 0) from warehouse.customer_order)
-- totals: (select sum(shipping_charged) from marts.customer_profit) = (select coalesce(sum(shipping), 0) from warehouse.customer_order)
-- totals: (select sum(fulfilment) from marts.customer_profit) = (select coalesce(sum(fulfilment), 0) from warehouse.customer_order)
-- totals: (select sum(cost_to_serve) from marts.customer_profit) = (select coalesce(sum(contact_cost), 0) from warehouse.interaction)
-- totals: (select sum(campaign_cost + acquisition_cost) from marts.customer_profit) = (select coalesce(sum(cost), 0) from warehouse.campaign)
-- totals: (select sum(revenue_without_cost) from marts.customer_profit) = (select coalesce(sum(net_amount_without_cost), 0) from warehouse.customer_order)
-- totals: (select count(*) from marts.customer_profit) = (select count(*) + 1 from warehouse.customer)
with
customers as (
  select customer_id, contact_cost
  from features.customer_contact
  union all
  select '' as customer_id, coalesce(sum(contact_cost), 0) as contact_cost
  from warehouse.interaction
  where customer_id is null
),
orders as (
  select
    coalesce(customer_id, '') as customer_id,
    count(*) filter (where is_purchase) as orders,
    sum(lines) as lines,
    sum(lines_without_cost) as lines_without_cost,
    sum(sold_amount) as revenue,
    sum(returned_amount) as returns,
    sum(discount) as discounts,
    sum(shipping) as shipping_charged,
    sum(cost) as cost_of_goods,
    sum(returned_cost) as cost_of_returned_goods,
    sum(fulfilment) as fulfilment,
    sum(return_handling) as return_handling,
    sum(net_amount_without_cost) as revenue_without_cost,
  from warehouse.customer_order
  group by coalesce(customer_id, '')
),
campaigns as (
  select
    customer_id,
    sum(case when purpose = 'contact' then cost end) as campaign_cost,
    sum(case when purpose = 'acquisition' then cost end) as acquisition_cost,
  from warehouse.campaign_share
  group by customer_id
),
amounts as (
  select
    customers.customer_id,
    cast(coalesce(orders.orders, 0) as integer) as orders,
    cast(coalesce(orders.lines, 0) as integer) as lines,
    cast(coalesce(orders.lines_without_cost, 0) as integer) as lines_without_cost,
    cast(coalesce(orders.revenue, 0) as decimal(18, 4)) as revenue,
    cast(coalesce(orders.returns, 0) as decimal(18, 4)) as returns,
    cast(coalesce(orders.discounts, 0) as decimal(18, 4)) as discounts,
    cast(coalesce(orders.shipping_charged, 0) as decimal(18, 4)) as shipping_charged,
    cast(coalesce(orders.cost_of_goods, 0) as decimal(18, 4)) as cost_of_goods,
    cast(coalesce(orders.cost_of_returned_goods, 0) as decimal(18, 4)) as cost_of_returned_goods,
    cast(coalesce(orders.fulfilment, 0) as decimal(18, 4)) as fulfilment,
    cast(coalesce(orders.return_handling, 0) as decimal(18, 4)) as return_handling,
    cast(customers.contact_cost as decimal(18, 4)) as cost_to_serve,
    cast(coalesce(campaigns.campaign_cost, 0) as decimal(18, 4)) as campaign_cost,
    cast(coalesce(campaigns.acquisition_cost, 0) as decimal(18, 4)) as acquisition_cost,
    cast(coalesce(orders.revenue_without_cost, 0) as decimal(18, 4)) as revenue_without_cost,
  from customers
  left join orders on orders.customer_id = customers.customer_id
  left join campaigns on campaigns.customer_id = customers.customer_id
),
margins as (
  select
    amounts.*,
    revenue - returns - discounts as net_revenue,
    revenue - returns - discounts + shipping_charged - cost_of_goods as gross_margin,
  from amounts
)
select
  customer_id, -- '': no customer: anonymous lines and contacts
  orders, -- with a purchase
  lines, -- bought and returned
  revenue, -- gross of sold lines, before discount, without tax
  returns, -- gross of returned lines, as a positive number
  discounts, -- on sold lines less those on returned lines
  net_revenue, -- revenue - returns - discounts
  shipping_charged, -- shipping that the customer paid
  cost_of_goods, -- of lines with a known cost, that of returned goods taken off
  cost_of_returned_goods, -- what was taken off
  gross_margin, -- net revenue + shipping charged - cost of goods
  fulfilment, -- deliveries and handling of returns, by the rates of the pipeline
  return_handling, -- of fulfilment
  cost_to_serve, -- what contacts cost
  campaign_cost, -- of campaigns that nobody came by, in proportion to their contacts
  acquisition_cost, -- of the campaign that the customer came by, over the customers with a purchase who did
  gross_margin - fulfilment - cost_to_serve - campaign_cost - acquisition_cost
    as profit, -- gross margin - fulfilment - cost to serve - campaign cost - acquisition cost
  revenue_without_cost, -- net revenue of the lines whose cost is unknown: its margin is overstated
  lines_without_cost, -- lines whose cost is unknown
from margins
