-- features.customer_favourite: the category and the channel that each customer with a purchase buys most from
-- grain: customer_id
-- reads: features.customer_rfm, features.customer_category, features.customer_channel
-- not null: favourite_channel
with
best_category as (
  select customer_id, max(share) as share
  from features.customer_category
  where share > 0
  group by customer_id
),
category as (
  select customer_category.customer_id, min(customer_category.category) as category, max(best_category.share) as share
  from features.customer_category as customer_category
  join best_category
    on best_category.customer_id = customer_category.customer_id and best_category.share = customer_category.share
  group by customer_category.customer_id
),
best_channel as (
  select customer_id, max(orders) as orders
  from features.customer_channel
  group by customer_id
),
channel as (
  select customer_channel.customer_id, min(customer_channel.channel) as channel
  from features.customer_channel as customer_channel
  join best_channel
    on best_channel.customer_id = customer_channel.customer_id and best_channel.orders = customer_channel.orders
  group by customer_channel.customer_id
)
select
  customer_rfm.customer_id,
  category.category as favourite_category, -- largest net amount; ties: the first by name; null: none is positive
  category.share as favourite_category_share, -- of the positive net amounts
  channel.channel as favourite_channel, -- most orders; ties: the first by name
from features.customer_rfm as customer_rfm
left join category on category.customer_id = customer_rfm.customer_id
left join channel on channel.customer_id = customer_rfm.customer_id
