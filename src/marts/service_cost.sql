-- marts.service_cost: what serving customers costs, by segment and what causes it
-- grain: segment, driver, channel (grouped)
-- reads: marts.customer_service, scores.segment
-- not null: units, cost
-- totals: (select coalesce(sum(cost), 0) from marts.service_cost) = (select coalesce(sum(fulfilment), 0) from warehouse.customer_order) + (select coalesce(sum(contact_cost), 0) from warehouse.interaction) + (select coalesce(sum(cost), 0) from warehouse.campaign)
select
  case when service.customer_id = '' then 'anonymous' else coalesce(assigned.segment, 'none') end as segment, -- code; 'none': customers without a segment; 'anonymous': what belongs to no customer
  service.driver, -- order, order_line, return, contact, campaign or acquisition
  service.channel, -- of contacts; else ''
  count(*) as customers, -- that cause it
  cast(sum(service.units) as bigint) as units, -- as in marts.customer_service
  cast(sum(cast(service.minutes * 60 as bigint)) as double) / 60 as minutes, -- of contacts
  cast(sum(service.units_without_cost) as bigint) as units_without_cost, -- they count as nothing
  sum(service.cost) as cost,
from marts.customer_service as service
left join scores.segment as assigned on assigned.customer_id = service.customer_id
group by
  case when service.customer_id = '' then 'anonymous' else coalesce(assigned.segment, 'none') end,
  service.driver,
  service.channel
