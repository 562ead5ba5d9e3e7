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
  select
    maker.customer_id,
    unnest([
      {'line': 1, 'reason': 'returns', 'amount': maker.returned_margin, 'usual_amount': maker.part * usual.returned_margin},
      {'line': 2, 'reason': 'discounts', 'amount': maker.discounts, 'usual_amount': maker.part * usual.discounts},
      {'line': 3, 'reason': 'cost_of_goods', 'amount': maker.cost_of_sold_goods, 'usual_amount': maker.part * usual.cost_of_sold_goods},
      {'line': 4, 'reason': 'delivery', 'amount': maker.delivery, 'usual_amount': maker.part * usual.delivery},
      {'line': 5, 'reason': 'return_handling', 'amount': maker.return_handling, 'usual_amount': maker.part * usual.return_handling},
      {'line': 6, 'reason': 'cost_to_serve', 'amount': maker.cost_to_serve, 'usual_amount': maker.part * usual.cost_to_serve},
      {'line': 7, 'reason': 'campaign_cost', 'amount': maker.campaign_cost, 'usual_amount': maker.part * usual.campaign_cost},
      {'line': 8, 'reason': 'acquisition_cost', 'amount': maker.acquisition_cost, 'usual_amount': maker.part * usual.acquisition_cost}
    ], recursive := true),
  from maker
  cross join usual
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
