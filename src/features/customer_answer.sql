-- features.customer_answer: how each customer and prospect answers when we write or call, by channel, drawn towards how everybody does (credibility; Bühlmann & Straub 1970)
-- grain: customer_id, channel
-- reads: warehouse.customer, warehouse.interaction, warehouse.contact_way
-- not null: asked, answers, base_rate, expected_rate, is_allowed
-- holds: answers between 0 and asked and expected_rate between 0 and 1
-- holds: channel in ('email', 'phone', 'post', 'sms')
-- totals: (select count(distinct customer_id) from features.customer_answer) = (select count(distinct customer_id) from features.customer_answer where asked > 0)
with
asked as (
  select interaction.customer_id, way.channel, count(*) as asked, count(*) filter (where interaction.is_answer) as answers
  from warehouse.interaction as interaction
  join warehouse.contact_way as way on way.contact_channel = interaction.channel and way.channel <> 'ads'
  where interaction.direction = 'outbound' and interaction.outcome is not null and interaction.customer_id is not null
  group by interaction.customer_id, way.channel
),
-- squares of answers in 10⁻¹², so that their quotients are sums of integers
sums as (
  select
    channel,
    cast(count(*) as double) as people,
    cast(sum(asked) as double) as asked,
    cast(sum(answers) as double) as answers,
    cast(sum(cast(asked * asked as hugeint)) as double) as squared_sizes,
    cast(sum(cast(answers * answers as hugeint) * cast(1000000000000 as hugeint) // asked) as double) / 1000000000000 as explained,
  from asked
  group by channel
),
varied as (
  select
    sums.*,
    answers / asked as rate,
    case when asked > people then (answers - explained) / (asked - people) else 0 end as within_variance,
  from sums
),
prior as (
  select
    channel,
    rate,
    credibility_strength(asked, people, squared_sizes, explained - answers * answers / asked, within_variance, 1) as strength,
  from varied
),
known as (
  select customer_id
  from asked
  group by customer_id
)
select
  known.customer_id,
  prior.channel, -- email, phone (call centre and telemarketing), post or sms
  cast(coalesce(asked.asked, 0) as integer) as asked, -- contacts by us with a known outcome
  cast(coalesce(asked.answers, 0) as integer) as answers, -- of these, see warehouse.interaction
  prior.rate as base_rate, -- share of the contacts of the channel that anybody answered
  prior.strength, -- what is known of everybody counts like so many contacts: variance within customers / variance between them, from 1 to all contacts of the channel
  (cast(coalesce(asked.answers, 0) as double) + prior.strength * prior.rate)
  / (cast(coalesce(asked.asked, 0) as double) + prior.strength) as expected_rate, -- probability of an answer
  coalesce(
    case prior.channel
      when 'email' then customer.email_opt_in and customer.has_email
      when 'phone' then customer.phone_opt_in and customer.has_phone
      when 'sms' then customer.sms_opt_in and customer.has_phone
      else customer.post_opt_in and customer.has_post
    end, false
  ) as is_allowed, -- has opted in to the channel, and has an address for it
from known
join warehouse.customer as customer on customer.customer_id = known.customer_id
cross join prior
left join asked on asked.customer_id = known.customer_id and asked.channel = prior.channel
