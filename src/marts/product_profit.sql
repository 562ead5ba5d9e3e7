-- marts.product_profit: sales and gross margin by product
-- grain: product_id
-- reads: warehouse.order_line, warehouse.product
-- not null: category, net_revenue, gross_margin
-- holds: gross_margin = revenue - returns - discounts + shipping_charged - cost_of_goods
-- totals: (select row(coalesce(sum(net_revenue), 0), coalesce(sum(gross_margin), 0)) from marts.product_profit) = (select row(coalesce(sum(net_amount), 0), coalesce(sum(net_amount + shipping - coalesce(cost, 0)), 0)) from warehouse.order_line)
with
amounts as (
  select
    coalesce(product_id, '') as product_id,
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
  group by coalesce(product_id, '')
)
select
  amounts.product_id, -- '': lines that name no product
  product.name as product_name,
  coalesce(product.category, 'unknown') as category,
  amounts.lines, -- sold and returned
  amounts.quantity, -- units sold less units returned
  amounts.revenue, -- gross of sold lines, before discount, without tax
  amounts.returns, -- gross of returned lines, as a positive number
  amounts.discounts, -- on sold lines less those on returned lines
  amounts.revenue - amounts.returns - amounts.discounts as net_revenue,
  amounts.shipping_charged,
  amounts.cost_of_goods, -- of lines with a known cost, that of returned goods taken off
  amounts.revenue - amounts.returns - amounts.discounts + amounts.shipping_charged - amounts.cost_of_goods
    as gross_margin, -- net revenue + shipping charged - cost of goods
  amounts.revenue_without_cost, -- net revenue of lines whose cost is unknown
  amounts.lines_without_cost,
from amounts
left join warehouse.product as product on product.product_id = amounts.product_id
