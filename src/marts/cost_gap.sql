-- marts.cost_gap: costs that nobody told, so that profit counts them as nothing
-- grain: cost_line, missing, channel
-- reads: warehouse.customer_order, warehouse.interaction, warehouse.campaign, warehouse.customer, warehouse.setting
-- not null: units
-- holds: units > 0
with
orders as (
  select
    sum(lines_without_cost) as lines,
    sum(net_amount_without_cost) as net_revenue,
    count(*) filter (where is_purchase) as orders,
  from warehouse.customer_order
),
gap as (
  select 'cost_of_goods' as cost_line, 'cost of order lines' as missing, '' as channel, lines as units, net_revenue
  from orders
  union all
  select 'fulfilment', 'rates of fulfilment', '', orders.orders, null
  from orders
  cross join warehouse.setting as setting
  where setting.fulfilment_per_order = 0 and setting.fulfilment_per_line = 0 and setting.handling_per_return = 0
  union all
  select 'cost_to_serve', 'cost of contacts', channel, count(*), null
  from warehouse.interaction
  where not has_cost
  group by channel
  union all
  select 'campaign_cost', 'cost of campaigns', '', count(*), null
  from warehouse.campaign
  where cost is null
  union all
  select 'campaign_cost', 'campaigns of contacts', '', count(*), null
  from warehouse.interaction as interaction
  left join warehouse.campaign as campaign on campaign.campaign_id = interaction.campaign_id
  where interaction.campaign_id is not null and campaign.campaign_id is null
  union all
  select 'acquisition_cost', 'campaigns that customers came by', '', count(*), null
  from warehouse.customer as customer
  left join warehouse.campaign as campaign on campaign.campaign_id = customer.acquisition_campaign
  where customer.acquisition_campaign is not null and campaign.campaign_id is null
)
select
  cost_line, -- of the profit and loss account
  missing, -- what nobody told
  channel, -- of contacts; else ''
  cast(units as bigint) as units, -- order lines, orders with a purchase, contacts, campaigns or customers
  net_revenue, -- of the order lines
from gap
where units > 0
