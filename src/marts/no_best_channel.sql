-- marts.no_best_channel: for how many it is not known which channel to use, by why
-- grain: reason (grouped)
-- reads: features.customer_reach
-- not null: reason, people
-- totals: (select coalesce(sum(people), 0) from marts.no_best_channel) = (select count(*) from features.customer_reach where best_channel is null)
select
  no_channel as reason, -- no_consent, never_asked or not_allowed: see features.customer_reach
  count(*) as people, -- customers and prospects
from features.customer_reach
where no_channel is not null
group by no_channel
