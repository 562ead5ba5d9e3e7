-- features.customer_channel: where each customer buys
-- grain: customer_id, channel (grouped)
-- reads: warehouse.customer_order, features.customer_rfm
-- not null: orders, share
-- holds: orders >= 1 and share > 0 and share <= 1
-- totals: (select coalesce(sum(orders), 0) from features.customer_channel) = (select coalesce(sum(frequency), 0) from features.customer_rfm)
with
bought as (
  select customer_id, channel, count(*) as orders
  from warehouse.customer_order
  where customer_id is not null and is_purchase
  group by customer_id, channel
)
select
  bought.customer_id,
  bought.channel,
  bought.orders, -- with a purchase
  cast(bought.orders as double) / cast(customer_rfm.frequency as double) as share, -- of the customer's orders with a purchase
from bought
join features.customer_rfm as customer_rfm on customer_rfm.customer_id = bought.customer_id
