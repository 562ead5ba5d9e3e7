-- marts.category_preference: which share of the customers of each segment buys from each category, against all segments together
-- grain: segment, category
-- reads: features.customer_category, scores.segment
-- not null: customers, buyers, share, base_share, index
-- holds: buyers <= customers
-- holds: index >= 0
with
bought as (
  select assigned.segment, customer_category.category, count(*) as buyers
  from features.customer_category as customer_category
  join scores.segment as assigned on assigned.customer_id = customer_category.customer_id
  where customer_category.lines > 0
  group by assigned.segment, customer_category.category
),
segments as (
  select segment, count(*) as customers
  from scores.segment
  group by segment
),
categories as (
  select category, sum(buyers) as buyers
  from bought
  group by category
),
base as (
  select count(*) as customers
  from scores.segment
),
cells as (
  select
    segments.segment,
    categories.category,
    segments.customers,
    coalesce(bought.buyers, 0) as buyers,
    cast(coalesce(bought.buyers, 0) as double) / cast(segments.customers as double) as share,
    cast(categories.buyers as double) / cast(base.customers as double) as base_share,
  from segments
  cross join categories
  cross join base
  left join bought on bought.segment = segments.segment and bought.category = categories.category
)
select
  segment,
  category,
  customers, -- of the segment
  buyers, -- of these, who have bought from the category
  share, -- buyers of the customers of the segment
  base_share, -- the same of all segments together
  100 * share / base_share as index, -- 100 = as all segments together
from cells
