-- features.customer_moment: the weekday and the hour at which each customer and prospect is most likely to be active: buys, visits or writes; drawn towards everybody (pooled moments of shares; Weir & Hill 2002)
-- grain: customer_id
-- reads: features.active_moment
-- not null: events
-- holds: (best_weekday is null) = (best_weekday_share is null) and (best_hour is null) = (best_hour_share is null)
-- holds: (best_weekday is null or best_weekday between 1 and 7) and (best_hour is null or best_hour between 0 and 23)
with
-- read once: the view counts orders and contacts
counted as materialized (
  select customer_id, unit, place, events from features.active_moment
),
customers as (
  select
    customer_id,
    unit,
    sum(events) as events,
    cast(sum(events * events) as hugeint) * 1000000000000 // sum(events) as explained,
    cast(1000000000000 as hugeint) // sum(events) as reciprocal,
  from counted
  group by customer_id, unit
),
everybody as (
  select unit, place, sum(events) as events
  from counted
  group by unit, place
),
pooled as (
  select
    unit,
    cast(sum(events) as double) as events,
    cast(sum(cast(events * events as hugeint)) as double) as squares,
    cast(sum(cast(events * events * events as hugeint)) as double) as cubes,
  from everybody
  group by unit
),
sums as (
  select
    customers.unit,
    cast(count(*) as double) as people,
    cast(sum(customers.events) as double) as events,
    cast(sum(cast(customers.events * customers.events as hugeint)) as double) as squared_sizes,
    cast(sum(customers.explained) as double) / 1000000000000 as explained,
    cast(sum(customers.reciprocal) as double) / 1000000000000 as reciprocals,
  from customers
  group by customers.unit
),
varied as (
  select
    sums.*,
    pooled.squares / pooled.events as by_all,
    pooled.squares / (pooled.events * pooled.events) as alike,
    pooled.cubes / (pooled.events * pooled.events * pooled.events) as thrice,
    case when sums.events > sums.people then (sums.events - sums.explained) / (sums.events - sums.people) else 0 end
      as within_variance,
  from sums
  join pooled on pooled.unit = sums.unit
),
-- if everybody had the shares of all: how much more alike the events of one person would be than events of anybody, with its variance (moments of a U statistic; Hoeffding 1948)
chance as (
  select
    varied.*,
    explained - people - (events - people) * (by_all - 1) / nullif(events - 1, 0) as excess,
    2 * (people - reciprocals) * (alike + alike * alike - 2 * thrice)
    + 4 * (thrice - alike * alike) * (reciprocals - people * people / events) as variance,
  from varied
),
prior as (
  select
    unit,
    events,
    credibility_strength(events, people, squared_sizes, explained - by_all, within_variance, 1) as strength,
    case when variance > 0 then excess > 2.3263478740408408 * sqrt(variance) else false end as is_told,
  from chance
),
-- of the places where they were never seen, the one where most others were is the likeliest
usual as (
  select unit, max_by(place, 100 * events - place) as place
  from everybody
  group by unit
),
candidate as (
  select customer_id, unit, place, events
  from counted
  union all
  select customers.customer_id, customers.unit, usual.place, 0 as events
  from customers
  join usual on usual.unit = customers.unit
),
expected as (
  select
    customers.customer_id,
    customers.unit,
    customers.events,
    customers.events >= 5 and prior.is_told as is_known,
    candidate.place,
    (cast(candidate.events as double) + prior.strength * cast(everybody.events as double) / prior.events)
    / (cast(customers.events as double) + prior.strength) as share,
  from candidate
  join customers on customers.customer_id = candidate.customer_id and customers.unit = candidate.unit
  join prior on prior.unit = candidate.unit
  join everybody on everybody.unit = candidate.unit and everybody.place = candidate.place
),
likeliest as (
  select customer_id, unit, max(share) as share
  from expected
  group by customer_id, unit
),
ranked as (
  select
    expected.customer_id,
    expected.unit,
    min(expected.events) as events,
    bool_or(expected.is_known) as is_known,
    min(expected.place) as place,
    min(expected.share) as share,
  from expected
  join likeliest
    on likeliest.customer_id = expected.customer_id
    and likeliest.unit = expected.unit
    and likeliest.share = expected.share
  group by expected.customer_id, expected.unit
)
select
  weekday.customer_id,
  cast(weekday.events as integer) as events, -- purchases, and contacts by the customer
  case when weekday.is_known then cast(weekday.place as integer) end as best_weekday, -- 1 = Monday … 7 = Sunday; ties: the smallest; null: fewer than 5 events, or people differ by no more than chance (one-sided, p of 0.01)
  case when weekday.is_known then weekday.share end as best_weekday_share, -- expected share of what they do that falls on it
  case when hour.is_known then cast(hour.place as integer) end as best_hour, -- 0 to 23, local time; ties: the smallest; null: fewer than 5 events whose time is known, or people differ by no more than chance (one-sided, p of 0.01)
  case when hour.is_known then hour.share end as best_hour_share, -- expected share that falls in it
from ranked as weekday
left join ranked as hour on hour.customer_id = weekday.customer_id and hour.unit = 'hour'
where weekday.unit = 'weekday'
