-- marts.cohort: what the customers who first bought in a month do month by month, as far as the as-of day lets us see
-- grain: cohort_month, period
-- reads: warehouse.customer_order, features.customer_rfm, warehouse.setting
-- not null: month, is_complete, customers, active_customers, retention, orders, net_revenue
-- holds: period >= 0 and active_customers <= customers and active_customers <= orders
-- holds: period > 0 or active_customers = customers
-- totals: (select coalesce(sum(customers), 0) from marts.cohort where period = 0) = (select count(*) from features.customer_rfm)
-- totals: (select coalesce(sum(orders), 0) from marts.cohort) = (select count(*) from warehouse.customer_order where is_purchase and customer_id is not null)
-- totals: (select coalesce(sum(net_revenue), 0) from marts.cohort) = (select coalesce(sum(monetary), 0) from features.customer_rfm)
-- totals: (select coalesce(max(month), cast('0001-01-01' as date)) from marts.cohort) <= (select as_of from warehouse.setting)
with
customers as (
  select customer_id, cast(date_trunc('month', first_purchased_on) as date) as cohort_month
  from features.customer_rfm
),
cohorts as (
  select
    customers.cohort_month,
    setting.as_of,
    count(*) as customers,
    date_diff('month', customers.cohort_month, setting.as_of) as last_period,
  from customers
  cross join warehouse.setting as setting
  group by customers.cohort_month, setting.as_of
),
-- every month that has begun by the as-of day: what is seen and empty is 0, what is not seen yet has no row
observed as (
  select cohort_month, as_of, customers, unnest(generate_series(0, last_period)) as period
  from cohorts
),
dated as (
  select
    cohort_month,
    as_of,
    customers,
    period,
    cast(cohort_month + to_months(cast(period as integer)) as date) as month,
    cast(cohort_month + to_months(cast(period + 1 as integer)) as date) as next_month,
  from observed
),
-- a return may be dated before the first purchase that we know of; its money is told in the first month
placed as (
  select
    customers.cohort_month,
    case
      when orders.purchased_on < customers.cohort_month then 0
      else date_diff('month', customers.cohort_month, orders.purchased_on)
    end as period,
    orders.customer_id,
    orders.is_purchase,
    orders.net_amount,
  from warehouse.customer_order as orders
  join customers on customers.customer_id = orders.customer_id
),
customer_months as (
  select
    cohort_month,
    period,
    customer_id,
    count(*) filter (where is_purchase) as orders,
    sum(net_amount) as net_revenue,
  from placed
  group by cohort_month, period, customer_id
),
months as (
  select
    cohort_month,
    period,
    count(*) filter (where orders > 0) as active_customers,
    sum(orders) as orders,
    sum(net_revenue) as net_revenue,
  from customer_months
  group by cohort_month, period
)
select
  dated.cohort_month, -- month of the first purchase, by its first day
  cast(dated.period as integer) as period, -- calendar months since then; 0 = the month itself
  dated.month, -- by its first day
  dated.next_month <= dated.as_of + 1 as is_complete, -- false: the as-of day is not its last one, so that its figures will grow
  dated.customers, -- in the cohort
  coalesce(months.active_customers, 0) as active_customers, -- with a purchase in this month
  cast(coalesce(months.active_customers, 0) as double) / cast(dated.customers as double) as retention, -- active customers per customer of the cohort
  cast(coalesce(months.orders, 0) as bigint) as orders, -- with a purchase
  cast(coalesce(months.net_revenue, 0) as decimal(18, 4)) as net_revenue, -- of all lines, returns taken off
from dated
left join months on months.cohort_month = dated.cohort_month and months.period = dated.period
