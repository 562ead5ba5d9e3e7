-- marts.touch: contacts that may have led to a purchase, each with the order that came next, or with none
-- grain: interaction_id (as warehouse.interaction)
-- reads: warehouse.interaction, warehouse.customer_order, warehouse.setting
-- not null: customer_id, path, kind, touch, place, touches, weight
-- holds: place between 1 and touches and weight >= 1
-- holds: (order_id is null) = (net_revenue is null)
with
contact as (
  select
    interaction_id,
    customer_id,
    occurred_at,
    case
      when direction = 'outbound' then 'campaign'
      when trim(coalesce(referrer, '')) <> '' then 'referrer'
      else 'contact'
    end as kind,
    case
      when direction = 'inbound' and trim(coalesce(referrer, '')) <> '' then lower(trim(referrer))
      else channel
    end as touch,
  from warehouse.interaction
  where
    customer_id is not null
    and (
      (direction = 'outbound' and campaign_id is not null)
      or (direction = 'inbound' and coalesce(kind, '') not in ('complaint', 'praise', 'return', 'order'))
    )
),
-- the most frequent 50; the others are one
frequent as (
  select kind, touch, row_number() over (order by count(*) desc, kind, touch) as rank
  from contact
  group by kind, touch
),
-- at the moment of an order, contacts come first
event as (
  select
    contact.customer_id,
    contact.occurred_at as happened_at,
    0 as is_order,
    contact.interaction_id as id,
    frequent.rank,
    null as net_amount,
  from contact
  join frequent on frequent.kind = contact.kind and frequent.touch = contact.touch
  union all
  select customer_id, purchased_at as happened_at, 1 as is_order, order_id as id, null as rank, net_amount
  from warehouse.customer_order
  where customer_id is not null and is_purchase
),
numbered as (
  select
    *,
    cast(
      sum(is_order) over (
        partition by customer_id order by happened_at, is_order, id rows between unbounded preceding and current row
      ) as bigint
    ) as orders,
  from event
),
followed as (
  select
    contact.id as interaction_id,
    contact.customer_id,
    contact.happened_at as occurred_at,
    contact.rank,
    contact.orders + 1 as path,
    case when contact.happened_at >= bought.happened_at - setting.look_back_days * interval '1 day' then bought.id end as order_id,
    bought.happened_at as purchased_at,
    bought.net_amount,
    cast(contact.happened_at as date) + setting.look_back_days > setting.as_of as is_open,
  from numbered as contact
  cross join warehouse.setting as setting
  left join numbered as bought
    on bought.customer_id = contact.customer_id and bought.orders = contact.orders + 1 and bought.is_order = 1
  where contact.is_order = 0
),
placed as (
  select
    *,
    row_number() over in_path as place,
    count(*) over in_path as touches,
    last_value(occurred_at) over in_path as last_at,
  from followed
  where order_id is not null or purchased_at is not null or not is_open
  window in_path as (
    partition by customer_id, path, order_id order by occurred_at, interaction_id
    rows between unbounded preceding and unbounded following
  )
)
select
  interaction_id,
  customer_id,
  path, -- of the customer: orders before it + 1; the contacts of one path that an order followed in time, and those that none did, are apart
  occurred_at, -- local time of the pipeline's time zone
  case when aged.rank <= 50 then frequent.kind else 'other' end as kind, -- referrer: a visit, or another contact by the customer, that came from there; contact: by the customer, without a referrer; campaign: to the customer; other
  case when aged.rank <= 50 then frequent.touch else 'other' end as touch, -- the referrer, or the channel; other: not among the 50 most frequent
  order_id, -- the customer's next one, within the look-back; null: there was none
  case when order_id is not null then net_amount end as net_revenue, -- of that order
  place, -- in its path, the first 1
  touches, -- of the path
  cast(
    case
      when halvings < 40 then round(power(2e0, 40 - halvings))
      else 1
    end
    as hugeint
  ) as weight, -- for decay over time: halved by every seven days before the last touch of the path, from 2⁴⁰
from (
  select *, date_diff('second', occurred_at, last_at) / 604800e0 as halvings
  from placed
) as aged
join frequent on frequent.rank = aged.rank
