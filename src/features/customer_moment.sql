-- features.customer_moment: the weekday and the hour at which each customer and prospect is most likely to be active: buys, visits or writes; drawn towards everybody (pooled moments of shares; Weir & Hill 2002)
-- grain: customer_id
-- reads: features.active_moment
-- not null: events
-- holds: (best_weekday is null) = (best_weekday_share is null) and (best_hour is null) = (best_hour_share is null)
-- holds: (best_weekday is null or best_weekday between 1 and 7) and (best_hour is null or best_hour between 0 and 23)
with
customers as (
  select customer_id, unit, sum(events) as events, cast(sum(events * events) as hugeint) * 1000000000000 // sum(events) as explained
  from features.active_moment
  group by customer_id, unit
),
everybody as (
  select unit, place, sum(events) as events
  from features.active_moment
  group by unit, place
),
pooled as (
  select unit, cast(sum(events) as double) as events, cast(sum(cast(events * events as hugeint)) as double) as squares
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
  from customers
  group by customers.unit
),
varied as (
  select
    sums.*,
    pooled.squares / pooled.events as by_all,
    case when sums.events > sums.people then (sums.events - sums.explained) / (sums.events - sums.people) else 0 end
      as within_variance,
  from sums
  join pooled on pooled.unit = sums.unit
),
prior as (
  select
    unit,
    events,
    credibility_strength(events, people, squared_sizes, explained - by_all, within_variance, 1) as strength,
  from varied
),
expected as (
  select
    customers.customer_id,
    customers.unit,
    customers.events,
    everybody.place,
    customers.events >= 5 and prior.strength < prior.events as is_known,
    (cast(coalesce(counted.events, 0) as double) + prior.strength * cast(everybody.events as double) / prior.events)
    / (cast(customers.events as double) + prior.strength) as share,
  from customers
  join prior on prior.unit = customers.unit
  join everybody on everybody.unit = customers.unit
  left join features.active_moment as counted
    on counted.customer_id = customers.customer_id
    and counted.unit = customers.unit
    and counted.place = everybody.place
),
ranked as (
  select
    expected.*,
    row_number() over (partition by customer_id, unit order by share desc nulls last, place) as rank,
  from expected
)
select
  weekday.customer_id,
  cast(weekday.events as integer) as events, -- purchases, and contacts by the customer
  case when weekday.is_known then cast(weekday.place as integer) end as best_weekday, -- 1 = Monday … 7 = Sunday; ties: the smallest; null: fewer than 5 events, or people differ by no more than chance
  case when weekday.is_known then weekday.share end as best_weekday_share, -- expected share of what they do that falls on it
  case when hour.is_known then cast(hour.place as integer) end as best_hour, -- 0 to 23, local time; ties: the smallest; null: fewer than 5 events whose time is known, or people differ by no more than chance
  case when hour.is_known then hour.share end as best_hour_share, -- expected share that falls in it
from ranked as weekday
left join ranked as hour on hour.customer_id = weekday.customer_id and hour.unit = 'hour' and hour.rank = 1
where weekday.unit = 'weekday' and weekday.rank = 1
