-- marts.category_affinity: whoever buys from one category: how often they also buy from another; pairs that nobody buys from are left out
-- grain: category, other_category (grouped)
-- reads: features.customer_category
-- not null: customers, category_customers, other_customers, all_customers, share, base_share, lift
-- holds: customers <= category_customers and customers <= other_customers
-- holds: category <> other_category
with
bought as (
  select customer_id, category
  from features.customer_category
  where lines > 0
),
categories as (
  select category, count(*) as customers
  from bought
  group by category
),
base as (
  select count(distinct customer_id) as customers
  from bought
),
together as (
  select one.category, other.category as other_category, count(*) as customers
  from bought as one
  join bought as other on other.customer_id = one.customer_id and other.category <> one.category
  group by one.category, other.category
),
counted as (
  select
    together.category,
    together.other_category,
    together.customers,
    one.customers as category_customers,
    other.customers as other_customers,
    base.customers as all_customers,
  from together
  join categories as one on one.category = together.category
  join categories as other on other.category = together.other_category
  cross join base
)
select
  category,
  other_category, -- that the same customers buy from
  customers, -- who buy from both
  category_customers, -- who buy from the category
  other_customers, -- who buy from the other
  all_customers, -- who have bought anything
  cast(customers as double) / cast(category_customers as double) as share, -- of those who buy from the category, who buy from the other too
  cast(other_customers as double) / cast(all_customers as double) as base_share, -- of all who have bought, who buy from the other
  cast(customers as double) * cast(all_customers as double)
  / (cast(category_customers as double) * cast(other_customers as double)) as lift, -- share against base_share; 1: nothing to do with each other
  (cast(customers as double) - cast(category_customers as double) * cast(other_customers as double) / cast(all_customers as double))
  / sqrt(nullif(
    cast(category_customers as double) * cast(other_customers as double)
    * cast(all_customers - category_customers as double) * cast(all_customers - other_customers as double)
    / (cast(all_customers as double) * cast(all_customers as double) * nullif(cast(all_customers - 1 as double), 0)),
    0
  )) as z, -- customers less what they would be by chance, in standard errors of the hypergeometric distribution; null: everybody buys from one of them
from counted
