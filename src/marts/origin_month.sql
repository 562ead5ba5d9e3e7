-- marts.origin_month: what people bring in the months since they became known, by where they came from, as far as the as-of day lets us see
-- grain: dimension, member, month
-- reads: marts.customer_origin, warehouse.customer_order, warehouse.interaction
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
-- few: what people bring is summed by all they came by at once, then by each
origin as (
  select
    referrer,
    source,
    medium,
    campaign,
    email_domain,
    region,
    row_number() over (order by referrer, source, medium, campaign, email_domain, region) as origin_no,
  from marts.customer_origin
  group by referrer, source, medium, campaign, email_domain, region
),
placed as (
  select
    customer.customer_id,
    customer.started_on,
    case when customer.observed_months < 60 then customer.observed_months else 60 end as observed_months,
    origin.origin_no,
  from marts.customer_origin as customer
  join origin
    on origin.referrer = customer.referrer
    and origin.source = customer.source
    and origin.medium = customer.medium
    and origin.campaign = customer.campaign
    and origin.email_domain = customer.email_domain
    and origin.region = customer.region
),
member as (
  select origin_no, dimension, member
  from origin
  unpivot (
    member for dimension in (
      referrer as 'referrer', source as 'source', medium as 'medium', campaign as 'campaign', email_domain as 'email_domain',
      region as 'region'
    )
  )
),
dated as (
  select
    placed.origin_no,
    case when events.day < placed.started_on then 1 else date_diff('day', placed.started_on, events.day) * 48 // 1461 + 1 end
      as month,
    events.amount,
    placed.observed_months,
  from events
  join placed on placed.customer_id = events.customer_id
),
-- a month counts for those who were known through the whole of it
brought as (
  select origin_no, month, sum(amount) as amount
  from dated
  where month <= observed_months
  group by origin_no, month
),
amounts as (
  select member.dimension, member.member, brought.month, sum(brought.amount) as amount
  from brought
  join member on member.origin_no = brought.origin_no
  group by member.dimension, member.member, brought.month
),
observed as (
  select origin_no, people, unnest(generate_series(1, observed_months)) as month
  from (
    select origin_no, observed_months, count(*) as people
    from placed
    where observed_months > 0
    group by origin_no, observed_months
  ) as seen
),
known as (
  select member.dimension, member.member, observed.month, sum(observed.people) as people
  from observed
  join member on member.origin_no = observed.origin_no
  group by member.dimension, member.member, observed.month
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
  member, -- as in marts.origin_member
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
