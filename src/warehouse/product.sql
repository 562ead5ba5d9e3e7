-- warehouse.product: what is sold; the list of products and those that are known from order lines only
-- grain: product_id
-- reads: raw.products, warehouse.order_line
-- not null: category, is_listed
-- totals: (select count(*) from warehouse.product where is_listed) = (select count(*) from raw.products)
with
sold as (
  select product_id
  from warehouse.order_line
  where product_id is not null
  group by product_id
)
select
  coalesce(products.product_id, sold.product_id) as product_id,
  products.name,
  coalesce(products.category, 'unknown') as category,
  products.brand,
  products.list_price, -- of one unit before discount
  products.unit_cost, -- of one unit, where the order line has none
  products.product_id is not null as is_listed, -- false: seen in order lines only
from raw.products as products
full join sold on sold.product_id = products.product_id
