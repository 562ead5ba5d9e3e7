-- marts.touch_transition: how often paths go from one touch to another; touches in a row that are the same are one
-- grain: from_kind, from_touch, to_kind, to_touch (grouped)
-- reads: marts.touch
-- not null: from_kind, from_touch, to_kind, to_touch, paths
-- holds: paths >= 1 and (from_kind <> to_kind or from_touch <> to_touch)
-- totals: (select coalesce(sum(paths), 0) from marts.touch_transition where from_kind = 'start') = (select coalesce(sum(paths), 0) from marts.touch_transition where to_kind in ('order', 'none'))
-- totals: (select coalesce(sum(paths), 0) from marts.touch_transition where to_kind = 'order') = (select count(distinct order_id) from marts.touch)
with
step as (
  select
    kind,
    touch,
    order_id,
    place,
    touches,
    lag(kind) over along as from_kind,
    lag(touch) over along as from_touch,
  from marts.touch
  window along as (partition by customer_id, path, order_id order by place)
),
move as (
  select coalesce(from_kind, 'start') as from_kind, coalesce(from_touch, '') as from_touch, kind as to_kind, touch as to_touch
  from step
  union all
  select kind as from_kind, touch as from_touch, case when order_id is null then 'none' else 'order' end as to_kind, '' as to_touch
  from step
  where place = touches
)
select
  from_kind, -- as in marts.touch; start: the beginning of a path
  from_touch, -- as in marts.touch
  to_kind, -- as in marts.touch; order: the path ended with one; none: it ended with none
  to_touch, -- as in marts.touch
  count(*) as paths, -- a path that goes there twice counts twice
from move
where from_kind <> to_kind or from_touch <> to_touch
group by from_kind, from_touch, to_kind, to_touch
