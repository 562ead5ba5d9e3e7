-- features.customer_reach: how and when to reach each customer and prospect: the channel they answer to, the weekday and the hour
-- grain: customer_id
-- reads: warehouse.customer, features.customer_answer, features.customer_moment
-- holds: (best_channel is null) = (best_channel_rate is null)
-- totals: (select count(*) from features.customer_reach) = (select count(*) from warehouse.customer)
with
ranked as (
  select
    customer_id,
    channel,
    expected_rate,
    row_number() over (partition by customer_id order by expected_rate desc nulls last, channel) as rank,
  from features.customer_answer
  where is_allowed
)
select
  customer.customer_id,
  ranked.channel as best_channel, -- the one with the highest probability of an answer of those they have opted in to and have an address for: email, phone, post or sms; null: never asked, or none is allowed
  ranked.expected_rate as best_channel_rate, -- that probability
  moment.best_weekday, -- 1 = Monday … 7 = Sunday; null: neither bought nor got in touch
  moment.best_hour, -- 0 to 23, local time; null: no times known
from warehouse.customer as customer
left join ranked on ranked.customer_id = customer.customer_id and ranked.rank = 1
left join features.customer_moment as moment on moment.customer_id = customer.customer_id
