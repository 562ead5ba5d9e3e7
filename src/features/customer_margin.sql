-- features.customer_margin: what an order of each buyer leaves, drawn towards what orders of everybody leave (credibility; Bühlmann & Straub 1970)
-- grain: customer_id
-- reads: warehouse.customer_order
-- not null: orders, own_margin, base_margin, strength, order_margin
-- holds: orders > 0 and strength >= 0
with
orders as (
  select customer_id, is_purchase, net_amount + shipping - coalesce(cost, 0) - fulfilment as margin
  from warehouse.customer_order
  where customer_id is not null
),
-- margins in 1/10000, their squares in 1/100000000: sums are whole numbers
counted as (
  select
    customer_id,
    count(*) filter (where is_purchase) as orders,
    sum(cast(cast(margin as decimal(38, 4)) * 10000 as hugeint)) as total,
    sum(case when is_purchase then cast(cast(margin as decimal(38, 4)) * 10000 as hugeint) else 0 end) as bought,
    sum(case when is_purchase then cast(cast(margin as decimal(38, 4)) * 10000 as hugeint) * cast(cast(margin as decimal(38, 4)) * 10000 as hugeint) else 0 end) as squares,
  from orders
  group by customer_id
),
buyer as (
  select *
  from counted
  where orders > 0
),
sums as (
  select
    cast(count(*) as double) as people,
    cast(sum(orders) as double) as orders,
    cast(sum(total) as double) as total,
    cast(sum(bought) as double) as bought,
    cast(sum(squares) as double) as squares,
    cast(sum(cast(orders * orders as hugeint)) as double) as squared_sizes,
    cast(sum(cast(bought * bought as hugeint) // cast(orders as hugeint)) as double) as explained,
  from buyer
),
varied as (
  select sums.*, case when orders > people then (squares - explained) / (orders - people) else 0 end as within_variance
  from sums
),
prior as (
  select
    total / orders / 10000 as margin,
    credibility_strength(orders, people, squared_sizes, explained - bought * bought / orders, within_variance, 1) as strength,
  from varied
)
select
  buyer.customer_id,
  buyer.orders, -- with a purchase
  cast(cast(buyer.total as double) / buyer.orders / 10000 as decimal(18, 4)) as own_margin, -- net amount + shipping charged - cost of goods - fulfilment of all orders, returns included, / orders with a purchase
  cast(prior.margin as decimal(18, 4)) as base_margin, -- the same of everybody
  prior.strength, -- what is known of everybody counts like so many orders: variance within customers / variance between them, from 1 to all orders
  cast(
    (cast(buyer.total as double) / 10000 + prior.strength * prior.margin) / (buyer.orders + prior.strength) as decimal(18, 4)
  ) as order_margin, -- what their next order should leave: own and base margin, weighed by orders and strength
from buyer
cross join prior
