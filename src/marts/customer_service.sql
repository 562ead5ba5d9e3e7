-- marts.customer_service: what serving each customer costs, by what causes it; the customer '' has what belongs to nobody
-- grain: customer_id, driver, channel (grouped)
-- kept as: view
-- reads: warehouse.customer_order, warehouse.interaction, warehouse.campaign_share, warehouse.setting
-- not null: units, cost
-- holds: driver in ('order', 'order_line', 'return', 'contact', 'campaign', 'acquisition')
select
  coalesce(orders.customer_id, '') as customer_id,
  'order' as driver, -- order, order_line, return, contact, campaign or acquisition
  '' as channel, -- of contacts
  count(*) as units, -- orders with a purchase; lines sold; orders with returned lines; contacts; contacts of campaigns; 1: came by a campaign
  cast(0 as double) as minutes, -- of contacts
  cast(0 as bigint) as units_without_cost, -- contacts of which nobody said what they cost; campaigns of unknown cost
  cast(sum(setting.fulfilment_per_order) as decimal(38, 4)) as cost,
from warehouse.customer_order as orders
cross join warehouse.setting as setting
where orders.is_purchase
group by coalesce(orders.customer_id, '')
union all
select
  coalesce(orders.customer_id, '') as customer_id,
  'order_line' as driver,
  '' as channel,
  cast(sum(orders.lines - orders.return_lines) as bigint) as units,
  0 as minutes,
  0 as units_without_cost,
  sum(setting.fulfilment_per_line * (orders.lines - orders.return_lines)) as cost,
from warehouse.customer_order as orders
cross join warehouse.setting as setting
where orders.lines > orders.return_lines
group by coalesce(orders.customer_id, '')
union all
select
  coalesce(customer_id, '') as customer_id,
  'return' as driver,
  '' as channel,
  count(*) as units,
  0 as minutes,
  0 as units_without_cost,
  sum(return_handling) as cost,
from warehouse.customer_order
where return_lines > 0
group by coalesce(customer_id, '')
union all
select
  coalesce(customer_id, '') as customer_id,
  'contact' as driver,
  channel,
  count(*) as units,
  cast(coalesce(sum(duration_seconds), 0) as double) / 60 as minutes,
  count(*) filter (where not has_cost) as units_without_cost,
  sum(contact_cost) as cost,
from warehouse.interaction
group by coalesce(customer_id, ''), channel
union all
select
  customer_id,
  case when purpose = 'contact' then 'campaign' else 'acquisition' end as driver,
  '' as channel,
  cast(sum(shares) as bigint) as units,
  0 as minutes,
  count(*) filter (where cost is null) as units_without_cost,
  coalesce(sum(cost), 0) as cost,
from warehouse.campaign_share
group by customer_id, case when purpose = 'contact' then 'campaign' else 'acquisition' end
