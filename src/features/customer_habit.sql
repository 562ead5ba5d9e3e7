-- features.customer_habit: when each customer with a purchase buys
-- grain: customer_id
-- reads: warehouse.customer_order
-- not null: purchase_days, weekend_share, usual_weekday
-- holds: usual_weekday between 1 and 7 and (usual_hour is null or usual_hour between 0 and 23)
-- holds: (purchase_interval_days is null) = (purchase_days = 1)
with
purchases as (
  select
    customer_id,
    purchased_on,
    1 + date_diff('day', date '0001-01-01', purchased_on) % 7 as weekday,
    case when purchased_at <> cast(purchased_on as timestamp) then extract(hour from purchased_at) end as hour_of_day,
  from warehouse.customer_order
  where customer_id is not null and is_purchase
),
customers as (
  select
    customer_id,
    count(distinct purchased_on) as purchase_days,
    date_diff('day', min(purchased_on), max(purchased_on)) as days_between,
    count(*) as orders,
    count(*) filter (where weekday >= 6) as weekend_orders,
    count(hour_of_day) as timed_orders,
    count(*) filter (where hour_of_day < 6 or hour_of_day >= 18) as evening_orders,
  from purchases
  group by customer_id
),
weekdays as (
  select customer_id, weekday, count(*) as orders
  from purchases
  group by customer_id, weekday
),
hours as (
  select customer_id, hour_of_day, count(*) as orders
  from purchases
  where hour_of_day is not null
  group by customer_id, hour_of_day
),
usual_weekday as (
  select customer_id, max_by(weekday, 8 * orders - weekday) as usual_weekday
  from weekdays
  group by customer_id
),
usual_hour as (
  select customer_id, max_by(hour_of_day, 24 * orders - hour_of_day) as usual_hour
  from hours
  group by customer_id
)
select
  customers.customer_id,
  cast(customers.purchase_days as integer) as purchase_days, -- different days with a purchase
  cast(customers.days_between as double) / nullif(cast(customers.purchase_days - 1 as double), 0) as purchase_interval_days, -- mean days from one day with a purchase to the next; null: one day only
  cast(customers.weekend_orders as double) / cast(customers.orders as double) as weekend_share, -- of orders, on Saturday or Sunday
  cast(customers.evening_orders as double) / nullif(cast(customers.timed_orders as double), 0) as evening_share, -- of orders with a time of day, from 18 h to 6 h; null: no times known (midnight sharp = time unknown)
  cast(usual_weekday.usual_weekday as integer) as usual_weekday, -- most orders; 1 = Monday … 7 = Sunday; ties: the smallest
  cast(usual_hour.usual_hour as integer) as usual_hour, -- most orders; 0 to 23; ties: the smallest; null: no times known
from customers
join usual_weekday on usual_weekday.customer_id = customers.customer_id
left join usual_hour on usual_hour.customer_id = customers.customer_id
