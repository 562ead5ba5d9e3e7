-- marts.segment_profile: how each segment differs: means and medians of features, against all segments together
-- grain: segment, feature
-- reads: marts.customer
-- not null: customers
with
measured as (
  select
    segment,
    cast(recency_days as decimal(24, 6)) as recency_days,
    cast(frequency as decimal(24, 6)) as frequency,
    cast(monetary as decimal(24, 6)) as monetary,
    cast(tenure_days as decimal(24, 6)) as tenure_days,
    cast(purchase_interval_days as decimal(24, 6)) as purchase_interval_days,
    cast(mean_order_value as decimal(24, 6)) as mean_order_value,
    cast(quantity_per_order as decimal(24, 6)) as quantity_per_order,
    cast(products as decimal(24, 6)) as products,
    cast(discount_share as decimal(24, 6)) as discount_share,
    cast(return_share as decimal(24, 6)) as return_share,
    cast(weekend_share as decimal(24, 6)) as weekend_share,
    cast(evening_share as decimal(24, 6)) as evening_share,
    cast(contacts as decimal(24, 6)) as contacts,
    cast(complaints as decimal(24, 6)) as complaints,
    cast(cost_to_serve as decimal(24, 6)) as cost_to_serve,
    cast(profit as decimal(24, 6)) as profit,
    cast(age_years as decimal(24, 6)) as age_years,
    cast(annual_income as decimal(24, 6)) as annual_income,
  from marts.customer
  where segment is not null
),
observed as (
  from measured
  unpivot (
    value for feature in (
      recency_days, frequency, monetary, tenure_days, purchase_interval_days, mean_order_value, quantity_per_order,
      products, discount_share, return_share, weekend_share, evening_share, contacts, complaints, cost_to_serve, profit,
      age_years, annual_income
    )
  )
),
-- of each segment, and of all together, whose segment is null
told as (
  select segment, feature, count(*) as customers, sum(value) as value, quantile_cont(cast(value as double), 0.5) as median
  from observed
  group by grouping sets ((segment, feature), (feature))
),
means as (
  select
    members.segment,
    members.feature,
    members.customers,
    members.median,
    base.median as base_median,
    cast(members.value as double) / cast(members.customers as double) as mean,
    cast(base.value as double) / cast(base.customers as double) as base_mean,
  from told as members
  join told as base on base.feature = members.feature
  where members.segment is not null and base.segment is null
)
select
  segment,
  feature, -- a column of marts.customer
  customers, -- of the segment, with the feature known
  mean, -- of the segment
  median, -- of two in the middle, halfway
  base_mean, -- of all customers with a segment
  base_median, -- of all customers with a segment
  case when base_mean > 0 then 100 * mean / base_mean end as index, -- 100 = as all segments together; null: the base is not positive
from means
