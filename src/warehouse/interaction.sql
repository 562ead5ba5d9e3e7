-- warehouse.interaction: contacts with customers and prospects up to the as-of day, each with what it cost
-- grain: interaction_id
-- reads: raw.interactions, warehouse.contact_rate, warehouse.setting
-- not null: occurred_at, occurred_on, channel, contact_cost, has_cost, is_answer
-- holds: has_cost or contact_cost = 0
-- totals: (select count(*) from warehouse.interaction) = (select count(*) from raw.interactions where cast(occurred_at as date) <= (select as_of from warehouse.setting))
with
visible as (
  select
    interactions.*,
    lower(replace(replace(interactions.channel, ' ', '_'), '-', '_')) as contact_channel,
  from raw.interactions as interactions
  where cast(interactions.occurred_at as date) <= (select as_of from warehouse.setting)
),
other as (
  select max(per_contact) as per_contact, max(per_minute) as per_minute
  from warehouse.contact_rate
  where channel = '*'
),
rated as (
  select
    visible.*,
    coalesce(rate.per_contact, other.per_contact, 0) as per_contact,
    coalesce(rate.per_minute, other.per_minute, 0) as per_minute,
    coalesce(rate.per_contact, other.per_contact) is not null as is_rated,
  from visible
  left join warehouse.contact_rate as rate on rate.channel = visible.contact_channel
  cross join other
)
select
  interaction_id,
  customer_id,
  occurred_at, -- local time of the pipeline's time zone
  cast(occurred_at as date) as occurred_on, -- day of the contact
  contact_channel as channel, -- in lower case, words joined by _
  lower(direction) as direction, -- inbound or outbound
  lower(kind) as kind, -- complaint, question, order, newsletter …
  campaign_id,
  referrer,
  duration_seconds,
  coalesce(
    cost,
    cast(
      per_contact + cast(cast(per_minute as double) * cast(coalesce(duration_seconds, 0) as double) / 60 as decimal(18, 4))
      as decimal(18, 4)
    )
  ) as contact_cost, -- as given, else the rates of its channel: per contact + per minute; 0 where neither is known
  cost is not null or is_rated as has_cost, -- false: nobody said what it cost
  outcome,
  coalesce(
    lower(replace(replace(trim(outcome), ' ', '_'), '-', '_')) in (
      'answered', 'clicked', 'agreed', 'accepted', 'replied', 'responded', 'converted', 'ordered', 'bought', 'purchased', 'redeemed',
      'visited', 'called_back', 'signed_up', 'interested'
    ),
    false
  ) as is_answer, -- the outcome is answered, clicked, agreed, accepted, replied, responded, converted, ordered, bought, purchased, redeemed, visited, called back, signed up or interested; any other is no answer
  sentiment, -- from -1 to 1
  text,
from rated
