-- features.customer_reach: how and when to reach each customer and prospect: the channel they answer to, the weekday and the hour
-- grain: customer_id
-- reads: warehouse.customer, features.customer_answer, features.customer_moment
-- holds: (best_channel is null) = (best_channel_rate is null) and (best_channel is null) = (no_channel is not null)
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
  case
    when ranked.channel is not null then null
    when not coalesce(customer.email_opt_in or customer.phone_opt_in or customer.sms_opt_in or customer.post_opt_in, false)
      then 'no_consent'
    when asked.customer_id is null then 'never_asked'
    else 'not_allowed'
  end as no_channel, -- why there is none. no_consent: opted in to no channel; never_asked: no contact by us with a known outcome; not_allowed: on none of the channels that answers are known of may they be reached
  moment.best_weekday, -- 1 = Monday … 7 = Sunday; null: not known, see features.customer_moment
  moment.best_hour, -- 0 to 23, local time; null: not known
from warehouse.customer as customer
left join ranked on ranked.customer_id = customer.customer_id and ranked.rank = 1
left join (select distinct customer_id from features.customer_answer) as asked on asked.customer_id = customer.customer_id
left join features.customer_moment as moment on moment.customer_id = customer.customer_id
