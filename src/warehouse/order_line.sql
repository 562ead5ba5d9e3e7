-- warehouse.order_line: what was sold and what came back, line by line, up to the as-of day
-- grain: order_id, line_number
-- reads: raw.purchases, raw.products, warehouse.setting
-- not null: purchased_at, purchased_on, category, channel, quantity, is_return, gross_amount, discount, net_amount, tax, shipping
-- holds: gross_amount = net_amount + discount
-- holds: is_return = (quantity < 0)
-- totals: (select count(*) from warehouse.order_line) = (select count(*) from raw.purchases where cast(purchased_at as date) <= (select as_of from warehouse.setting))
with
visible as (
  select
    purchases.order_id,
    purchases.line_number,
    purchases.customer_id,
    purchases.product_id,
    purchases.purchased_at,
    purchases.quantity,
    case when purchases.quantity < 0 then -1 else 1 end as sign,
    cast(cast(purchases.quantity as decimal(38, 4)) * purchases.unit_price as decimal(18, 4)) as priced,
    purchases.amount,
    purchases.discount,
    purchases.tax,
    purchases.shipping,
    purchases.cost,
    coalesce(purchases.unit_cost, products.unit_cost) as unit_cost,
    products.category,
    purchases.channel,
    purchases.store,
    purchases.sales_rep,
    purchases.source,
  from raw.purchases as purchases
  cross join warehouse.setting as setting
  left join raw.products as products on products.product_id = purchases.product_id
  where cast(purchases.purchased_at as date) <= setting.as_of
),
signed as (
  select
    visible.*,
    case when sign < 0 then -abs(amount) else amount end as paid,
    case when sign < 0 then -abs(discount) else discount end as taken_off,
    case when sign < 0 then -abs(cost) else cost end as line_cost,
  from visible
),
priced as (
  select
    signed.*,
    coalesce(taken_off, priced - paid, 0) as line_discount,
  from signed
)
select
  order_id,
  line_number,
  customer_id, -- null: an anonymous line; it counts in totals, never among customers
  product_id,
  coalesce(category, 'unknown') as category, -- of the product
  purchased_at, -- local time of the pipeline's time zone
  cast(purchased_at as date) as purchased_on,
  quantity, -- units; negative: they came back
  quantity < 0 as is_return,
  cast(coalesce(paid, priced - line_discount) + line_discount as decimal(18, 4)) as gross_amount, -- before discount, without tax
  cast(line_discount as decimal(18, 4)) as discount, -- as given, else quantity × unit price − amount where both are known; negative on a return
  cast(coalesce(paid, priced - line_discount) as decimal(18, 4)) as net_amount, -- amount where given, else quantity × unit price − discount
  coalesce(tax, 0) as tax,
  coalesce(shipping, 0) as shipping, -- what the customer paid for it
  coalesce(line_cost, cast(cast(quantity as decimal(38, 4)) * unit_cost as decimal(18, 4))) as cost, -- null: unknown; negative on a return, as the goods come back
  coalesce(channel, 'unknown') as channel,
  store,
  sales_rep,
  source, -- the source of the pipeline it came from
from priced
