-- marts.attribution: orders and their net revenue by the touches before them, by six rules: what preceded purchases, not what caused them
-- grain: kind, touch, rule
-- reads: marts.touch, models.touch_effect, warehouse.customer_order
-- not null: orders, net_revenue, share
-- totals: (select count(*) from (select rule from marts.attribution group by rule having sum(orders) <> (select count(*) from warehouse.customer_order where is_purchase) or sum(net_revenue) <> (select sum(net_amount) from warehouse.customer_order where is_purchase))) = 0
-- totals: (select count(*) from (select rule from marts.attribution where kind <> 'none' group by rule having sum(orders) <> (select count(distinct order_id) from marts.touch))) = 0
with
touched as (
  select
    kind,
    touch,
    net_revenue,
    place,
    touches,
    cast(sum(weight) over (partition by order_id order by place rows between unbounded preceding and current row) as hugeint) - weight
      as decay_before,
    weight as decay_weight,
    cast(sum(weight) over (partition by order_id) as hugeint) as decay_total,
  from marts.touch
  where order_id is not null
),
-- what each touch of an order weighs, what those before it do, and all together: whole numbers, whose share of their sum is the credit
weighed as (
  select kind, touch, net_revenue, 'first' as rule, case when place = 1 then 0 else 1 end as before, case when place = 1 then 1 else 0 end as weight, 1 as total
  from touched
  union all
  select kind, touch, net_revenue, 'last' as rule, 0 as before, case when place = touches then 1 else 0 end as weight, 1 as total
  from touched
  union all
  select kind, touch, net_revenue, 'linear' as rule, place - 1 as before, 1 as weight, touches as total
  from touched
  union all
  select
    kind,
    touch,
    net_revenue,
    'position' as rule,
    case when touches <= 2 or place = 1 then place - 1 else 2 * (touches - 2) + place - 2 end as before,
    case when touches <= 2 then 1 when place in (1, touches) then 2 * (touches - 2) else 1 end as weight,
    case when touches <= 2 then touches else 5 * (touches - 2) end as total,
  from touched
  union all
  select kind, touch, net_revenue, 'decay' as rule, decay_before as before, decay_weight as weight, decay_total as total
  from touched
),
attributed as (
  select count(*) as orders, coalesce(sum(net_revenue), 0) as net_revenue
  from touched
  where place = 1
),
-- Markov: the effects are the weights of all orders together
effect as (
  select
    kind,
    touch,
    cast(sum(weight) over (order by kind, touch rows between unbounded preceding and current row) as hugeint) - weight as before,
    cast(weight as hugeint) as weight,
    cast(sum(weight) over () as hugeint) as total,
  from models.touch_effect
),
piece as (
  select kind, touch, rule, before, weight, total, cast(1000000 as hugeint) as orders, cast(cast(net_revenue as decimal(38, 4)) * 10000 as hugeint) as units
  from weighed
  union all
  select
    effect.kind,
    effect.touch,
    'markov' as rule,
    effect.before,
    effect.weight,
    effect.total,
    attributed.orders * 1000000 as orders,
    cast(cast(attributed.net_revenue as decimal(38, 4)) * 10000 as hugeint) as units,
  from effect
  cross join attributed
),
-- each from the rounded sum before it to its own, so that the parts of an order add up to it
credited as (
  select
    kind,
    touch,
    rule,
    orders * (before + weight) // total - orders * before // total as orders,
    units * (before + weight) // total - units * before // total as units,
  from piece
),
whole as (
  select count(*) as orders, coalesce(sum(net_amount), 0) as net_revenue
  from warehouse.customer_order
  where is_purchase
),
listed as (
  select kind, touch, rule, sum(orders) as orders, sum(units) as units
  from credited
  group by kind, touch, rule
  union all
  select
    'none' as kind, '' as touch, rule.rule,
    (whole.orders - attributed.orders) * 1000000 as orders,
    cast(cast(whole.net_revenue - attributed.net_revenue as decimal(38, 4)) * 10000 as hugeint) as units,
  from whole
  cross join attributed
  cross join (values ('first'), ('last'), ('linear'), ('position'), ('decay'), ('markov')) as rule (rule)
  where
    whole.orders > 0
    and (rule.rule <> 'markov' or attributed.orders = 0 or exists (select touch from models.touch_effect))
)
select
  listed.kind, -- as in marts.touch; none: orders without a touch in the look-back
  listed.touch, -- as in marts.touch
  listed.rule, -- first, last, linear, position (40 % the first, 40 % the last, the rest between them alike; of two 50 % each), decay (half-life of seven days before the last touch), markov (removal effects)
  cast(cast(listed.orders as decimal(38, 0)) / 1000000 as decimal(18, 6)) as orders, -- parts of an order count as such; of a rule they add up to all orders with a purchase
  cast(cast(listed.units as decimal(38, 0)) / 10000 as decimal(18, 4)) as net_revenue, -- of these orders
  case
    when listed.kind = 'none' or attributed.orders = 0 then 0
    else cast(listed.orders as double) / (cast(attributed.orders as double) * 1000000)
  end as share, -- of the orders with a touch
from listed
cross join attributed
