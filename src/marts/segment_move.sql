-- marts.segment_move: who entered and who left each segment since the day that was run before
-- grain: customer_id, segment
-- reads: segments.membership, segments.migration, segments.segment, warehouse.setting
-- not null: move, entered_on, other_segment
-- holds: (move = 'left') = (left_on is not null) and other_segment <> segment
-- totals: (select count(*) from marts.segment_move where move = 'entered') = (select coalesce(sum(customers), 0) from segments.migration where as_of = (select as_of from warehouse.setting) and to_segment is not null and from_segment is distinct from to_segment)
-- totals: (select count(*) from marts.segment_move where move = 'left') = (select coalesce(sum(customers), 0) from segments.migration where as_of = (select as_of from warehouse.setting) and from_segment is not null and from_segment is distinct from to_segment)
with
-- no row on the first day, when everyone enters
latest as (
  select setting.as_of
  from warehouse.setting as setting
  join segments.migration as migration on migration.as_of = setting.as_of
  group by setting.as_of
),
entered as (
  select membership.customer_id, membership.segment, membership.entered_on
  from segments.membership as membership
  join latest on latest.as_of = membership.entered_on
),
parted as (
  select membership.customer_id, membership.segment, membership.entered_on, membership.left_on
  from segments.membership as membership
  join latest on latest.as_of = membership.left_on
),
moved as (
  select
    entered.customer_id,
    entered.segment,
    'entered' as move,
    entered.entered_on,
    cast(null as date) as left_on,
    coalesce(parted.segment, 'none') as other_segment,
  from entered
  left join parted on parted.customer_id = entered.customer_id
  union all
  select
    parted.customer_id,
    parted.segment,
    'left' as move,
    parted.entered_on,
    parted.left_on,
    coalesce(entered.segment, 'none') as other_segment,
  from parted
  left join entered on entered.customer_id = parted.customer_id
)
select
  moved.customer_id,
  moved.segment, -- code
  segment.name as segment_name, -- in plain words; null: the segment is no more
  moved.move, -- entered or left
  moved.entered_on, -- as-of day of the run that first saw the customer here
  moved.left_on, -- as-of day of the run that saw the customer here no more; null: is here
  moved.other_segment, -- where the customer came from or went to; 'none': no segment
  other.name as other_segment_name, -- in plain words
from moved
left join segments.segment as segment on segment.segment = moved.segment
left join segments.segment as other on other.segment = moved.other_segment
