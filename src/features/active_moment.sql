-- features.active_moment: when each customer and prospect buys, visits or writes, by weekday and hour
-- grain: customer_id, unit, place (grouped)
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
weekdays as (
  select customer_id, 1 + date_diff('day', date '0001-01-01', day) % 7 as place, count(*) as events
  from moments
  group by customer_id, place
),
hours as (
  select customer_id, extract(hour from moment) as place, count(*) as events
  from moments
  where moment <> cast(day as timestamp)
  group by customer_id, place
)
select
  customer_id,
  'weekday' as unit, -- weekday or hour
  place, -- 1 = Monday … 7 = Sunday; an hour from 0 to 23, local time (midnight sharp = time unknown)
  events, -- purchases, and contacts by the customer
from weekdays
union all
select customer_id, 'hour' as unit, place, events
from hours
