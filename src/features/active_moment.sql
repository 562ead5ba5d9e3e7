-- features.active_moment: when each customer and prospect buys, visits or writes, by weekday and hour
-- grain: customer_id, unit, place (grouped)
-- kept as: view
-- reads: warehouse.customer_order, warehouse.interaction
-- not null: customer_id, unit, place, events
-- holds: unit in ('weekday', 'hour') and events >= 1
with
moments as (
  select customer_id, purchased_on as day, purchased_at as moment
  from warehouse.customer_order
  where customer_id is not null and is_purchase
  union all
  select customer_id, occurred_on as day, occurred_at as moment
  from warehouse.interaction
  where customer_id is not null and direction = 'inbound'
),
placed as (
  select customer_id, 'weekday' as unit, 1 + date_diff('day', date '0001-01-01', day) % 7 as place
  from moments
  union all
  select customer_id, 'hour' as unit, extract(hour from moment) as place
  from moments
  where moment <> cast(day as timestamp)
)
select
  customer_id,
  unit, -- weekday or hour
  place, -- 1 = Monday … 7 = Sunday; an hour from 0 to 23, local time (midnight sharp = time unknown)
  count(*) as events, -- purchases, and contacts by the customer
from placed
group by customer_id, unit, place
