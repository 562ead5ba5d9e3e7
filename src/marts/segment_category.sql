-- marts.segment_category: what each segment buys: net revenue by segment and category, against all segments together
-- grain: segment, category (grouped)
-- reads: features.customer_category, scores.segment
-- not null: net_revenue
with
cells as (
  select assigned.segment, customer_category.category, sum(customer_category.net_amount) as net_revenue
  from features.customer_category as customer_category
  join scores.segment as assigned on assigned.customer_id = customer_category.customer_id
  group by assigned.segment, customer_category.category
),
segments as (
  select segment, sum(net_revenue) as net_revenue
  from cells
  group by segment
),
categories as (
  select category, sum(net_revenue) as net_revenue
  from cells
  group by category
),
total as (
  select sum(net_revenue) as net_revenue
  from cells
),
shares as (
  select
    cells.segment,
    cells.category,
    cells.net_revenue,
    cast(cells.net_revenue as double) / nullif(cast(segments.net_revenue as double), 0) as share,
    cast(categories.net_revenue as double) / nullif(cast(total.net_revenue as double), 0) as base_share,
  from cells
  join segments on segments.segment = cells.segment
  join categories on categories.category = cells.category
  cross join total
)
select
  segment,
  category,
  net_revenue, -- of the segment in the category
  share, -- of the net revenue of the segment
  base_share, -- of the net revenue of all segments
  100 * share / nullif(base_share, 0) as index, -- 100 = as all segments together
from shares
