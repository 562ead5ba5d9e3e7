-- features.customer_moment: the weekday and the hour at which each customer and prospect is most likely to be active: buys, visits or writes; drawn towards everybody (pooled moments of shares; Weir & Hill 2002)
-- grain: customer_id
-- reads: features.active_moment
-- not null: events
-- holds: (best_weekday is null) = (best_weekday_share is null) and (best_hour is null) = (best_hour_share is null)
-- holds: (best_weekday is null or best_weekday between 1 and 7) and (best_hour is null or best_hour between 0 and 23)
with
customers as (
  select customer_id, unit, cast(sum(events) as bigint) as events, sum(events * events) as squares
  from features.active_moment
  group by customer_id, unit
),
everybody as (
  select unit, place, sum(events) as events
  from features.active_moment
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
-- few: 128 bits are divided for each of them, not for each customer
pattern as (
  select unit, events, squares, count(*) as people
  from customers
  group by unit, events, squares
),
sums as (
  select
    unit,
    cast(sum(people) as double) as people,
    cast(sum(people * events) as double) as events,
    cast(sum(people * cast(events as hugeint) * events) as double) as squared_sizes,
    cast(sum(people * (cast(squares as hugeint) * 1000000000000 // events)) as double) / 1000000000000 as explained,
    cast(sum(people * (cast(1000000000000 as hugeint) // events)) as double) / 1000000000000 as reciprocals,
  from pattern
  group by unit
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
known as (
  select
    customers.customer_id,
    customers.unit,
    customers.events,
    prior.strength,
    prior.events as events_of_all,
  from customers
  join prior on prior.unit = customers.unit
  where customers.events >= 5 and prior.is_told
),
candidate as (
  select known.*, moment.place, moment.events as seen
  from known
  join features.active_moment as moment on moment.customer_id = known.customer_id and moment.unit = known.unit
  union all
  select known.*, usual.place, 0 as seen
  from known
  join usual on usual.unit = known.unit
),
expected as (
  select
    candidate.customer_id,
    candidate.unit,
    candidate.place,
    (cast(candidate.seen as double) + candidate.strength * cast(everybody.events as double) / candidate.events_of_all)
    / (cast(candidate.events as double) + candidate.strength) as share,
  from candidate
  join everybody on everybody.unit = candidate.unit and everybody.place = candidate.place
),
likeliest as (
  select customer_id, unit, max(share) as share
  from expected
  group by customer_id, unit
),
best as (
  select expected.customer_id, expected.unit, min(expected.place) as place, min(expected.share) as share
  from expected
  join likeliest
    on likeliest.customer_id = expected.customer_id
    and likeliest.unit = expected.unit
    and likeliest.share = expected.share
  group by expected.customer_id, expected.unit
)
select
  customers.customer_id,
  cast(customers.events as integer) as events, -- purchases, and contacts by the customer
  cast(weekday.place as integer) as best_weekday, -- 1 = Monday … 7 = Sunday; ties: the smallest; null: fewer than 5 events, or people differ by no more than chance (one-sided, p of 0.01)
  weekday.share as best_weekday_share, -- expected share of what they do that falls on it
  cast(hour.place as integer) as best_hour, -- 0 to 23, local time; ties: the smallest; null: fewer than 5 events whose time is known, or people differ by no more than chance (one-sided, p of 0.01)
  hour.share as best_hour_share, -- expected share that falls in it
from customers
left join best as weekday on weekday.customer_id = customers.customer_id and weekday.unit = 'weekday'
left join best as hour on hour.customer_id = customers.customer_id and hour.unit = 'hour'
where customers.unit = 'weekday'
