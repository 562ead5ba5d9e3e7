-- marts.sales_rep_profit: sales and gross margin by who sold
-- grain: sales_rep (grouped)
-- reads: warehouse.order_line
-- not null: net_revenue, gross_margin
-- holds: gross_margin = revenue - returns - discounts + shipping_charged - cost_of_goods
-- totals: (select row(coalesce(sum(net_revenue), 0), coalesce(sum(gross_margin), 0)) from marts.sales_rep_profit) = (select row(coalesce(sum(net_amount), 0), coalesce(sum(net_amount + shipping - coalesce(cost, 0)), 0)) from warehouse.order_line)
with
amounts as (
  select
    coalesce(sales_rep, '') as sales_rep,
    count(*) as lines,
    sum(quantity) as quantity,
    sum(case when is_return then 0 else gross_amount end) as revenue,
    sum(case when is_return then -gross_amount else 0 end) as returns,
    sum(discount) as discounts,
    sum(shipping) as shipping_charged,
    coalesce(sum(cost), 0) as cost_of_goods,
    sum(case when cost is null then net_amount else 0 end) as revenue_without_cost,
    count(*) filter (where cost is null) as lines_without_cost,
  from warehouse.order_line
  group by coalesce(sales_rep, '')
)
select
  sales_rep, -- '': lines that name nobody
  lines, -- sold and returned
  quantity, -- units sold less units returned
  revenue, -- gross of sold lines, before discount, without tax
  returns, -- gross of returned lines, as a positive number
  discounts, -- on sold lines less those on returned lines
  revenue - returns - discounts as net_revenue,
  shipping_charged,
  cost_of_goods, -- of lines with a known cost, that of returned goods taken off
  revenue - returns - discounts + shipping_charged - cost_of_goods as gross_margin, -- net revenue + shipping charged - cost of goods
  revenue_without_cost, -- net revenue of lines whose cost is unknown
  lines_without_cost,
from amounts
