-- features.customer_basket: what a typical order of each customer with a purchase is like
-- grain: customer_id
-- reads: warehouse.customer_order, warehouse.order_line
-- not null: orders, lines, products, quantity_per_order, mean_order_value
-- holds: orders >= 1 and lines >= orders
-- totals: (select coalesce(sum(orders), 0) from features.customer_basket) = (select count(*) from warehouse.customer_order where is_purchase and customer_id is not null)
with
orders as (
  select
    customer_id,
    count(*) filter (where is_purchase) as orders,
    sum(lines - return_lines) as lines,
    sum(sold_quantity) as sold_quantity,
    sum(sold_amount) as sold_amount,
    sum(sold_discount) as sold_discount,
    sum(returned_amount) as returned_amount,
    sum(net_amount) as net_amount,
  from warehouse.customer_order
  where customer_id is not null
  group by customer_id
),
products as (
  select customer_id, count(distinct product_id) as products
  from warehouse.order_line
  where customer_id is not null and quantity > 0
  group by customer_id
)
select
  orders.customer_id,
  cast(orders.orders as integer) as orders, -- with a purchase
  cast(orders.lines as integer) as lines, -- returns left out
  cast(coalesce(products.products, 0) as integer) as products, -- different products bought
  cast(orders.sold_quantity as double) / cast(orders.orders as double) as quantity_per_order, -- units sold per order with a purchase
  cast(orders.net_amount as double) / cast(orders.orders as double) as mean_order_value, -- net amount of all lines per order with a purchase
  cast(orders.sold_discount as double) / nullif(cast(orders.sold_amount as double), 0) as discount_share, -- of the gross amount sold; null: nothing was charged
  cast(orders.returned_amount as double) / nullif(cast(orders.sold_amount as double), 0) as return_share, -- gross amount returned, of that sold; above 1 where older purchases came back
from orders
left join products on products.customer_id = orders.customer_id
where orders.orders > 0
