-- features.customer_status: how much each customer and prospect buys (usage class), and where in their life with us they are
-- grain: customer_id
-- reads: warehouse.customer, warehouse.setting, features.customer_rfm
-- not null: usage_class, lifecycle
-- holds: usage_class in ('heavy', 'medium', 'light', 'zero')
-- holds: lifecycle in ('new', 'repeating', 'lapsed', 'prospect')
-- holds: (usage_class = 'zero') = (lifecycle = 'prospect')
-- totals: (select count(*) from features.customer_status) = (select count(*) from warehouse.customer)
-- totals: (select count(*) from features.customer_status where usage_class <> 'zero') = (select count(*) from features.customer_rfm)
with
frequencies as (
  select frequency, count(*) as customers
  from features.customer_rfm
  group by frequency
),
-- buyers in order of frequency; equal ones lie where the middle of them lies
cumulated as (
  select
    frequency,
    2 * sum(customers) over (order by frequency rows between unbounded preceding and current row) - customers as twice_middle,
    sum(customers) over () as buyers,
  from frequencies
),
-- thirds of the buyers, non-buyers apart (Twedt 1964 has halves)
usage_classes as (
  select
    frequency,
    case
      when 3 * twice_middle <= 2 * buyers then 'light'
      when 3 * twice_middle <= 4 * buyers then 'medium'
      else 'heavy'
    end as usage_class,
  from cumulated
)
select
  customer.customer_id,
  coalesce(usage_classes.usage_class, 'zero') as usage_class, -- by orders with a purchase: heavy, medium, light = upper, middle, lower third of the buyers, equal ones together; zero = never bought
  case
    when rfm.customer_id is null then 'prospect'
    when rfm.recency_days > setting.active_days then 'lapsed'
    when rfm.tenure_days <= setting.active_days then 'new'
    else 'repeating'
  end as lifecycle, -- in the active days (setting) up to the as-of day: new = the first purchase; repeating = one, and one before them; lapsed = none; prospect = never bought
from warehouse.customer as customer
cross join warehouse.setting as setting
left join features.customer_rfm as rfm on rfm.customer_id = customer.customer_id
left join usage_classes on usage_classes.frequency = rfm.frequency
