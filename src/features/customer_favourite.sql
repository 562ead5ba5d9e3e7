-- features.customer_favourite: the category and the channel that each customer with a purchase buys most from
-- grain: customer_id
-- reads: features.customer_rfm, features.customer_category, features.customer_channel
-- not null: favourite_channel
with
best_category as (
  select customer_id, max(net_amount) as net_amount
  from features.customer_category
  where net_amount > 0
  group by customer_id
),
category as (
  select bought.customer_id, min(bought.category) as category, max(bought.share) as share
  from features.customer_category as bought
  join best_category as best on best.customer_id = bought.customer_id and best.net_amount = bought.net_amount
  group by bought.customer_id
),
best_channel as (
  select customer_id, max(orders) as orders
  from features.customer_channel
  group by customer_id
),
channel as (
  select used.customer_id, min(used.channel) as channel
  from features.customer_channel as used
  join best_channel as best on best.customer_id = used.customer_id and best.orders = used.orders
  group by used.customer_id
)
select
  rfm.customer_id,
  category.category as favourite_category, -- largest net amount; ties: the first by name; null: none is positive
  category.share as favourite_category_share, -- of the positive net amounts
  channel.channel as favourite_channel, -- most orders; ties: the first by name
from features.customer_rfm as rfm
left join category on category.customer_id = rfm.customer_id
left join channel on channel.customer_id = rfm.customer_id
