-- marts.product_group: groups of goods that go together in baskets
-- grain: product
-- reads: models.basket_group, warehouse.product
-- not null: group_number, name
-- totals: (select count(*) from marts.product_group) = (select count(*) from models.basket_group)
select
  basket_group.item as product, -- id
  coalesce(product.name, basket_group.item) as name, -- the id where it has none
  product.category,
  basket_group.group_no as group_number, -- 1: the largest group
from models.basket_group as basket_group
left join warehouse.product as product on product.product_id = basket_group.item
