-- features.customer_rfm: recency, frequency and monetary value of each customer with a purchase
-- grain: customer_id (grouped)
-- reads: warehouse.customer_order, warehouse.setting
-- not null: first_purchased_on, last_purchased_on, recency_days, frequency, monetary, tenure_days
-- holds: recency_days >= 1 and tenure_days >= recency_days
-- holds: frequency >= 1
with
customers as (
  select
    customer_id,
    min(case when is_purchase then purchased_on end) as first_purchased_on,
    max(case when is_purchase then purchased_on end) as last_purchased_on,
    count(*) filter (where is_purchase) as frequency,
    sum(net_amount) as monetary,
  from warehouse.customer_order
  where customer_id is not null
  group by customer_id
)
select
  customers.customer_id,
  customers.first_purchased_on, -- day of the first order with a purchase
  customers.last_purchased_on, -- day of the last order with a purchase
  cast(date_diff('day', customers.last_purchased_on, setting.as_of) + 1 as integer) as recency_days, -- days to the day after the as-of day: 1 = bought on the as-of day
  cast(customers.frequency as integer) as frequency, -- orders with a purchase
  cast(customers.monetary as decimal(18, 4)) as monetary, -- net amount of all lines, returns taken off
  cast(date_diff('day', customers.first_purchased_on, setting.as_of) + 1 as integer) as tenure_days, -- days from the first purchase to the day after the as-of day
from customers
cross join warehouse.setting as setting
where customers.frequency > 0
