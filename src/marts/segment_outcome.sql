-- marts.segment_outcome: what the customers of a segment did after a past day of its history: bought again or not, for how much
-- grain: as_of, segment
-- reads: segments.membership, segments.size, warehouse.customer_order, warehouse.setting
-- not null: customers, next_as_of, days, buyers, orders, net_revenue
-- holds: as_of < next_as_of
-- holds: buyers <= customers and buyers <= orders
-- holds: (buyers_90_days is null) = (orders_90_days is null) and (buyers_90_days is null) = (net_revenue_90_days is null)
-- holds: buyers_90_days is null or (buyers_90_days <= customers and buyers_90_days <= orders_90_days)
-- totals: (select coalesce(sum(customers), 0) from marts.segment_outcome) = (select coalesce(sum(customers), 0) from segments.size where as_of < (select as_of from warehouse.setting))
with
day as (
  select as_of, lead(as_of) over (order by as_of) as next_as_of
  from (
    select as_of from segments.size
    union
    select as_of from warehouse.setting
  ) as listed
),
past as (
  select as_of, next_as_of
  from day
  where next_as_of is not null
),
bought as (
  select
    customer_id,
    purchased_on,
    count(*) filter (where is_purchase) as orders,
    sum(net_amount) as net_revenue,
  from warehouse.customer_order
  where customer_id is not null and purchased_on > (select min(as_of) from past)
  group by customer_id, purchased_on
),
ordered as (
  select
    bought.*,
    max(case when orders > 0 then purchased_on end) over (
      partition by customer_id order by purchased_on rows between unbounded preceding and 1 preceding
    ) as bought_before,
  from bought
),
calendar as (
  select on_day, max(as_of) over (order by on_day rows between unbounded preceding and 1 preceding) as day_before
  from (
    select on_day, max(as_of) as as_of
    from (
      select as_of as on_day, as_of
      from past
      union all
      select purchased_on as on_day, cast(null as date) as as_of
      from bought
    ) as named
    group by on_day
  ) as dated
),
-- a purchase counts for every listed day from `since` on and before its own
within as (
  select 'next' as reach, calendar.day_before as since, ordered.*
  from ordered
  join calendar on calendar.on_day = ordered.purchased_on
  union all
  select '90 days' as reach, ordered.purchased_on - 90 as since, ordered.*
  from ordered
),
-- in the segment that the customer was in on that day
stayed as (
  select
    within.*,
    member.segment,
    case when member.entered_on > within.since then member.entered_on else within.since end as from_day,
    case when member.left_on < within.purchased_on then member.left_on else within.purchased_on end as until_day,
  from within
  join segments.membership as member on member.customer_id = within.customer_id
  where member.entered_on < within.purchased_on and (member.left_on is null or member.left_on > within.since)
),
-- a customer counts once a day: for the first purchase after it
counted as (
  select *, case when bought_before > from_day then bought_before else from_day end as first_from
  from stayed
),
change as (
  select reach, segment, from_day as on_day, orders, net_revenue, 0 as buyers
  from counted
  union all
  select reach, segment, until_day as on_day, -orders, -net_revenue, 0 as buyers
  from counted
  union all
  select reach, segment, first_from as on_day, 0 as orders, 0 as net_revenue, 1 as buyers
  from counted
  where orders > 0 and first_from < until_day
  union all
  select reach, segment, until_day as on_day, 0 as orders, 0 as net_revenue, -1 as buyers
  from counted
  where orders > 0 and first_from < until_day
  union all
  select reach.reach, size.segment, size.as_of as on_day, 0 as orders, 0 as net_revenue, 0 as buyers
  from segments.size as size
  cross join (select unnest(['next', '90 days']) as reach) as reach
),
daily as (
  select reach, segment, on_day, sum(orders) as orders, sum(net_revenue) as net_revenue, sum(buyers) as buyers
  from change
  group by reach, segment, on_day
),
-- what has come up to a day and not gone again is what holds on it
told as (
  select
    reach,
    segment,
    on_day,
    sum(orders) over so_far as orders,
    sum(net_revenue) over so_far as net_revenue,
    sum(buyers) over so_far as buyers,
  from daily
  window so_far as (partition by reach, segment order by on_day rows between unbounded preceding and current row)
),
outcome as (
  select
    reach,
    segment,
    on_day,
    cast(orders as bigint) as orders,
    cast(net_revenue as decimal(18, 4)) as net_revenue,
    cast(buyers as bigint) as buyers,
  from told
  where reach = 'next' or on_day + 90 <= (select as_of from warehouse.setting)
)
select
  size.as_of,
  size.segment, -- code that it had on that day
  size.customers, -- on that day
  past.next_as_of, -- the next day of the history
  cast(date_diff('day', size.as_of, past.next_as_of) as integer) as days, -- after as_of, up to the next day of the history
  soon.buyers, -- customers with a purchase in these days
  soon.orders, -- with a purchase
  soon.net_revenue, -- of all lines, returns taken off
  cast(soon.buyers as double) / nullif(cast(size.customers as double), 0) as buyer_share, -- null: nobody was in the segment
  cast(soon.net_revenue as double) / nullif(cast(size.customers as double), 0) as mean_net_revenue, -- per customer
  later.buyers as buyers_90_days, -- in the 90 days after as_of; null: they are not over by the as-of day of the release
  later.orders as orders_90_days, -- in the 90 days after as_of
  later.net_revenue as net_revenue_90_days, -- in the 90 days after as_of
  cast(later.buyers as double) / nullif(cast(size.customers as double), 0) as buyer_share_90_days, -- share of its customers who bought in them
  cast(later.net_revenue as double) / nullif(cast(size.customers as double), 0) as mean_net_revenue_90_days, -- per customer
from segments.size as size
join past on past.as_of = size.as_of
join outcome as soon on soon.reach = 'next' and soon.segment = size.segment and soon.on_day = size.as_of
left join outcome as later on later.reach = '90 days' and later.segment = size.segment and later.on_day = size.as_of
