-- marts.product_profit: profit and loss by product, down to the contribution margin
-- grain: is_attributed, product_id (as marts.sales_profit)
-- kept as: view
-- reads: marts.sales_profit, warehouse.product
select
  member.member as product_id, -- '': lines that name no product
  product.name as product_name, -- name of the product
  case when member.is_attributed then coalesce(product.category, 'unknown') end as category,
  member.*,
from marts.sales_profit as member
left join warehouse.product as product on product.product_id = member.member
where member.dimension = 'product'
