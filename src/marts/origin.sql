-- marts.origin: where people come from, and what those from each origin are worth: against everybody, and against what they cost
-- grain: dimension, member
-- reads: marts.origin_member, marts.origin_index, marts.origin_month
-- not null: people, customers, prospects, paid_people, best_customers, profit, acquisition_cost, expected_value
-- holds: people = customers + prospects and best_customers <= customers and paid_people <= people
-- totals: (select count(distinct people) from (select sum(people) as people from marts.origin group by dimension) as sums) <= 1
-- totals: (select coalesce(sum(people), 0) from marts.origin where dimension = 'source') = (select count(*) from marts.customer_origin)
-- totals: (select coalesce(sum(profit), 0) from marts.origin where dimension = 'email_domain') = (select coalesce(sum(profit), 0) from marts.customer_origin)
-- totals: (select coalesce(sum(acquisition_cost), 0) from marts.origin where dimension = 'region') = (select coalesce(sum(acquisition_cost), 0) from marts.customer_origin)
with
grouped as (
  select
    dimension,
    member,
    count(*) as people,
    count(*) filter (where is_buyer) as customers,
    count(*) filter (where is_best) as best_customers,
    count(*) filter (where is_paid) as paid_people,
    sum(profit) as profit,
    sum(acquisition_cost) as acquisition_cost,
    sum(lifetime_value) as lifetime_value,
    sum(value) as value,
  from marts.origin_member
  group by dimension, member
),
paid as (
  select month.dimension, month.member, min(month.month) as payback_months
  from marts.origin_month as month
  join grouped on grouped.dimension = month.dimension and grouped.member = month.member
  where
    grouped.acquisition_cost > 0
    and cast(month.cumulative_contribution as double) * cast(grouped.people as double) >= cast(grouped.acquisition_cost as double)
  group by month.dimension, month.member
),
watched as (
  select dimension, member, max(month) as observed_months
  from marts.origin_month
  group by dimension, member
)
select
  grouped.dimension, -- referrer, source, medium, campaign, email_domain or region
  grouped.member, -- 'unknown': nobody said; 'other': mail domains of fewer than 5 people
  cast(grouped.people as bigint) as people, -- customers and prospects
  cast(grouped.customers as bigint) as customers, -- have bought
  cast(grouped.people - grouped.customers as bigint) as prospects, -- have not
  cast(grouped.best_customers as bigint) as best_customers, -- among the tenth of the buyers with the highest profit
  cast(grouped.paid_people as bigint) as paid_people, -- such as can be paid for, see marts.customer_origin
  cast(grouped.profit as decimal(18, 4)) as profit, -- of all of them so far, after acquisition
  cast(grouped.acquisition_cost as decimal(18, 4)) as acquisition_cost,
  cast(grouped.lifetime_value as decimal(18, 4)) as lifetime_value, -- to come; null: not valued, or known in spend only
  buying.index as customer_index, -- share of people who bought, against everybody: 100 is alike; drawn towards 100 where few people are known, see marts.origin_index
  buying.index_low as customer_index_low, -- of the 95 % interval
  buying.index_high as customer_index_high, -- its upper end
  best.raw_index as best_index_raw, -- not drawn in
  best.index as best_index, -- share of people among the best customers, against everybody
  best.index_low as best_index_low, -- of the interval
  best.index_high as best_index_high, -- its upper end
  profit.index as profit_index, -- profit per head, against everybody; null: everybody brings nothing, or a loss
  profit.index_low as profit_index_low, -- of the interval
  profit.index_high as profit_index_high, -- its upper end
  value.raw as value_per_head, -- profit so far and lifetime value to come, after acquisition, of one of them
  value.base as value_base, -- of everybody
  value.expected as expected_value, -- per head, drawn towards everybody
  value.low as expected_value_low, -- of the 95 % interval
  value.high as expected_value_high, -- its upper end
  cast(grouped.acquisition_cost as double) / cast(grouped.people as double) as cost_per_head, -- acquisition cost of one of them
  case
    when grouped.acquisition_cost > 0
      then cast(grouped.value + grouped.acquisition_cost as double) / cast(grouped.acquisition_cost as double)
  end as value_to_cost, -- profit so far before acquisition and lifetime value to come, for each unit of acquisition cost (LTV/CAC); null: they cost nothing
  cast(paid.payback_months as integer) as payback_months, -- by the end of so many months one of them has brought what one of them cost, see marts.origin_month; null: they cost nothing, or it is not yet so
  cast(watched.observed_months as integer) as observed_months, -- so many months are seen of 5 people or more; null: none
from grouped
join marts.origin_index as buying
  on buying.dimension = grouped.dimension and buying.member = grouped.member and buying.measure = 'customers'
join marts.origin_index as best
  on best.dimension = grouped.dimension and best.member = grouped.member and best.measure = 'best_customers'
join marts.origin_index as profit
  on profit.dimension = grouped.dimension and profit.member = grouped.member and profit.measure = 'profit'
join marts.origin_index as value
  on value.dimension = grouped.dimension and value.member = grouped.member and value.measure = 'value'
left join paid on paid.dimension = grouped.dimension and paid.member = grouped.member
left join watched on watched.dimension = grouped.dimension and watched.member = grouped.member
