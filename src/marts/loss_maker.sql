-- marts.loss_maker: customers who cost more than they bring, and the cost line that makes them so
-- grain: customer_id
-- reads: marts.customer_profit
-- not null: profit, reason
-- holds: profit < 0
-- totals: (select row(count(*), coalesce(sum(profit), 0)) from marts.loss_maker) = (select row(count(*), coalesce(sum(profit), 0)) from marts.customer_profit where customer_id <> '' and lines > 0 and cast(profit as decimal(38, 2)) < 0)
with
account as (
  select
    profit.*,
    returns - cost_of_returned_goods as returned_margin,
    cost_of_goods + cost_of_returned_goods as cost_of_sold_goods,
    fulfilment - return_handling as delivery,
  from marts.customer_profit as profit
  where customer_id <> '' and lines > 0
),
usual as (
  select
    nullif(cast(sum(revenue) as double), 0) as revenue,
    cast(sum(returned_margin) as double) as returned_margin,
    cast(sum(discounts) as double) as discounts,
    cast(sum(cost_of_sold_goods) as double) as cost_of_sold_goods,
    cast(sum(delivery) as double) as delivery,
    cast(sum(return_handling) as double) as return_handling,
    cast(sum(cost_to_serve) as double) as cost_to_serve,
    cast(sum(campaign_cost) as double) as campaign_cost,
    cast(sum(acquisition_cost) as double) as acquisition_cost,
  from account
),
maker as (
  select
    account.*,
    coalesce(cast(account.revenue as double) / usual.revenue, 0) as part, -- of the revenue of all
  from account
  cross join usual
  where cast(account.profit as decimal(38, 2)) < 0
),
cost_line as (
  select maker.customer_id, 1 as line, 'returns' as reason, maker.returned_margin as amount, maker.part * usual.returned_margin as usual_amount
  from maker cross join usual
  union all
  select maker.customer_id, 2, 'discounts', maker.discounts, maker.part * usual.discounts
  from maker cross join usual
  union all
  select maker.customer_id, 3, 'cost_of_goods', maker.cost_of_sold_goods, maker.part * usual.cost_of_sold_goods
  from maker cross join usual
  union all
  select maker.customer_id, 4, 'delivery', maker.delivery, maker.part * usual.delivery
  from maker cross join usual
  union all
  select maker.customer_id, 5, 'return_handling', maker.return_handling, maker.part * usual.return_handling
  from maker cross join usual
  union all
  select maker.customer_id, 6, 'cost_to_serve', maker.cost_to_serve, maker.part * usual.cost_to_serve
  from maker cross join usual
  union all
  select maker.customer_id, 7, 'campaign_cost', maker.campaign_cost, maker.part * usual.campaign_cost
  from maker cross join usual
  union all
  select maker.customer_id, 8, 'acquisition_cost', maker.acquisition_cost, maker.part * usual.acquisition_cost
  from maker cross join usual
),
compared as (
  select
    customer_id,
    line,
    reason,
    amount,
    cast(usual_amount as decimal(18, 4)) as usual_amount,
    amount - cast(usual_amount as decimal(18, 4)) as excess,
  from cost_line
),
ranked as (
  select
    compared.*,
    row_number() over (partition by customer_id order by excess desc, line) as place,
  from compared
)
select
  maker.customer_id,
  maker.orders, -- with a purchase
  maker.revenue,
  maker.net_revenue,
  maker.profit, -- below zero, by a cent or more
  case when ranked.excess > 0 then ranked.reason else 'all_costs' end as reason, -- the line that most exceeds the usual amount: returns, discounts, cost_of_goods, delivery, return_handling, cost_to_serve, campaign_cost or acquisition_cost; all_costs: none does, and the usual is more than they bring
  ranked.amount, -- of that line; of returns: less the cost of the goods that came back, and of goods: of all that were sold
  ranked.usual_amount, -- of customers with an order line: this line of all, in proportion to revenue
  ranked.excess, -- amount - usual amount
  maker.profit + ranked.excess as profit_at_usual, -- what would be left if that line were as usual
from maker
join ranked on ranked.customer_id = maker.customer_id and ranked.place = 1
