-- features.customer_moment: the weekday and the hour at which each customer and prospect is most likely to be active: buys, visits or writes; drawn towards everybody (pooled moments of shares; Weir & Hill 2002)
-- grain: customer_id
-- reads: warehouse.customer_order, warehouse.interaction
-- not null: events, best_weekday, best_weekday_share
-- holds: best_weekday between 1 and 7 and (best_hour is null or best_hour between 0 and 23)
with
moments as (
  select customer_id, purchased_on as day, purchased_at as moment
  from warehouse.customer_order
  where customer_id is not null and is_purchase
  union all
  select customer_id, occurred_on as day, occurred_at as moment
  from warehouse.interaction
  where customer_id is not null and direction = 'inbound'
),
placed as (
  select customer_id, 'weekday' as unit, 1 + date_diff('day', date '0001-01-01', day) % 7 as place
  from moments
  union all
  select customer_id, 'hour' as unit, extract(hour from moment) as place
  from moments
  where moment <> cast(day as timestamp)
),
counted as (
  select customer_id, unit, place, count(*) as events
  from placed
  group by customer_id, unit, place
),
customers as (
  select customer_id, unit, sum(events) as events, cast(sum(events * events) as hugeint) * 1000000000000 // sum(events) as explained
  from counted
  group by customer_id, unit
),
everybody as (
  select unit, place, sum(events) as events
  from counted
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
between_them as (
  select
    varied.*,
    case
      when events * events > squared_sizes
        then (explained - by_all - (people - 1) * within_variance) / (events - squared_sizes / events)
      else 0
    end as between_variance,
  from varied
),
prior as (
  select
    unit,
    events,
    case
      when between_variance * events <= within_variance then events
      when within_variance < between_variance then 1
      else within_variance / between_variance
    end as strength,
  from between_them
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
  select expected.customer_id, expected.unit, min(expected.events) as events, min(expected.place) as place, min(expected.share) as share
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
  cast(weekday.place as integer) as best_weekday, -- 1 = Monday … 7 = Sunday; ties: the smallest
  weekday.share as best_weekday_share, -- expected share of what they do that falls on it
  cast(hour.place as integer) as best_hour, -- 0 to 23, local time; ties: the smallest; null: no times known (midnight sharp = time unknown)
  hour.share as best_hour_share, -- expected share that falls in it
from ranked as weekday
left join ranked as hour on hour.customer_id = weekday.customer_id and hour.unit = 'hour'
where weekday.unit = 'weekday'
