-- marts.segment_migration: how many customers went from which segment to which, from one day that was run to the next
-- grain: as_of, from_segment, to_segment
-- reads: segments.migration, segments.size, segments.segment
-- not null: customers, from_share, to_share
-- totals: (select coalesce(sum(customers), 0) from marts.segment_migration) = (select coalesce(sum(customers), 0) from segments.migration)
with
run_day as (
  select as_of from segments.size
  union
  select as_of from segments.migration
),
interval_of as (
  select as_of, lag(as_of) over (order by as_of) as previous_as_of
  from run_day
),
moved as (
  select
    as_of,
    coalesce(from_segment, 'none') as from_segment,
    coalesce(to_segment, 'none') as to_segment,
    customers,
    sum(customers) over (partition by as_of, from_segment) as from_customers,
    sum(customers) over (partition by as_of, to_segment) as to_customers,
  from segments.migration
)
select
  moved.as_of,
  interval_of.previous_as_of, -- the day that was run before
  moved.from_segment, -- code; 'none': they had no segment before
  came_from.name as from_segment_name, -- in plain words, as of now; null: 'none', or the segment is no more
  moved.to_segment, -- code; 'none': they have no segment now; equal to from_segment: they stayed
  went_to.name as to_segment_name, -- in plain words
  moved.customers,
  cast(moved.customers as double) / cast(moved.from_customers as double) as from_share, -- of those who were in from_segment before
  cast(moved.customers as double) / cast(moved.to_customers as double) as to_share, -- of those who are in to_segment then
from moved
join interval_of on interval_of.as_of = moved.as_of
left join segments.segment as came_from on came_from.segment = moved.from_segment
left join segments.segment as went_to on went_to.segment = moved.to_segment
