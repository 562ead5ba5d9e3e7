-- marts.origin_month: what people bring in the months since they became known, by where they came from, as far as the as-of day lets us see
-- grain: dimension, member, month
-- reads: marts.customer_origin, marts.origin_member, warehouse.customer_order, warehouse.interaction
-- not null: people, contribution, mean_contribution, cumulative_contribution
-- holds: people >= 5 and month between 1 and 60
with
events as (
  select customer_id, purchased_on as day, net_amount + shipping - coalesce(cost, 0) - fulfilment as amount
  from warehouse.customer_order
  where customer_id is not null
  union all
  select customer_id, occurred_on as day, -contact_cost as amount
  from warehouse.interaction
  where customer_id is not null and contact_cost <> 0
),
dated as (
  select
    origin.customer_id,
    case when events.day < origin.started_on then 1 else date_diff('day', origin.started_on, events.day) * 48 // 1461 + 1 end
      as month,
    events.amount,
    origin.observed_months,
  from events
  join marts.customer_origin as origin on origin.customer_id = events.customer_id
),
-- a month counts for those who were known through the whole of it
brought as (
  select customer_id, month, sum(amount) as amount
  from dated
  where month <= observed_months and month <= 60
  group by customer_id, month
),
amounts as (
  select placed.dimension, placed.member, brought.month, sum(brought.amount) as amount
  from brought
  join marts.origin_member as placed on placed.customer_id = brought.customer_id
  group by placed.dimension, placed.member, brought.month
),
observed as (
  select
    dimension,
    member,
    people,
    unnest(generate_series(1, case when observed_months < 60 then observed_months else 60 end)) as month,
  from (
    select dimension, member, observed_months, count(*) as people
    from marts.origin_member
    where observed_months > 0
    group by dimension, member, observed_months
  ) as seen
),
known as (
  select dimension, member, month, sum(people) as people
  from observed
  group by dimension, member, month
),
told as (
  select
    known.dimension,
    known.member,
    known.month,
    known.people,
    cast(coalesce(amounts.amount, 0) as decimal(18, 4)) as contribution,
    cast(cast(coalesce(amounts.amount, 0) as double) / cast(known.people as double) as decimal(18, 4)) as mean_contribution,
  from known
  left join amounts
    on amounts.dimension = known.dimension and amounts.member = known.member and amounts.month = known.month
  where known.people >= 5
)
select
  dimension, -- referrer, source, medium, campaign, email_domain or region
  member,
  cast(month as integer) as month, -- 1 = the first since they became known, of 30.4375 days
  cast(people as bigint) as people, -- known through the whole of it, prospects among them; 5 at least
  contribution, -- in this month, of these people: net revenue + shipping charged - cost of goods - fulfilment - contacts
  mean_contribution, -- of one of them
  cast(
    sum(mean_contribution) over (
      partition by dimension, member order by month rows between unbounded preceding and current row
    ) as decimal(18, 4)
  ) as cumulative_contribution, -- of one of them, from the first month up to this one
from told
