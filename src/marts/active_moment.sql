-- marts.active_moment: when people buy, visit and write, by weekday and hour, and for how many it is the most likely time
-- grain: unit, place
-- reads: features.customer_reach
-- not null: customers
-- holds: unit in ('weekday', 'hour')
select
  'weekday' as unit, -- weekday or hour
  best_weekday as place, -- 1 = Monday … 7 = Sunday; an hour from 0 to 23
  count(*) as customers, -- it is the most likely one of
from features.customer_reach
where best_weekday is not null
group by best_weekday
union all
select 'hour' as unit, best_hour as place, count(*) as customers
from features.customer_reach
where best_hour is not null
group by best_hour
