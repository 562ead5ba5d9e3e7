-- marts.active_moment: when people buy, visit and write, by weekday and hour, and of how many it is the most likely time
-- grain: unit, place (grouped)
-- reads: features.active_moment, features.customer_reach
-- not null: events, customers
-- holds: unit in ('weekday', 'hour')
with
best as (
  select 'weekday' as unit, best_weekday as place, count(*) as customers
  from features.customer_reach
  where best_weekday is not null
  group by best_weekday
  union all
  select 'hour' as unit, best_hour as place, count(*) as customers
  from features.customer_reach
  where best_hour is not null
  group by best_hour
)
select
  moment.unit, -- weekday or hour
  cast(moment.place as integer) as place, -- 1 = Monday … 7 = Sunday; an hour from 0 to 23
  cast(sum(moment.events) as bigint) as events, -- purchases, and contacts by the customer, of everybody
  coalesce(max(best.customers), 0) as customers, -- it is the most likely one of
from features.active_moment as moment
left join best on best.unit = moment.unit and best.place = moment.place
group by moment.unit, moment.place
