-- marts.product_rule: which goods are bought together, as rules: whoever buys the left ones also buys the right one
-- grain: rule
-- reads: models.basket_rule, warehouse.product
-- not null: left_products, left_names, right_product, right_name, length, baskets, left_baskets, right_baskets, all_baskets, support, confidence, lift, leverage, chi_square, p_value, adjusted_p, is_redundant, is_significant, is_told
-- holds: baskets <= left_baskets and baskets <= right_baskets
-- holds: left_baskets <= all_baskets and right_baskets <= all_baskets
-- holds: is_significant or not is_told
-- holds: not (is_told and is_redundant)
-- totals: (select count(*) from marts.product_rule) = (select count(*) from models.basket_rule)
with
side as (
  select
    basket_rule.rule,
    array_to_string(basket_rule.left_items, ' + ') as left_products,
    array_to_string(array(
      select coalesce(product.name, item.item)
      from (select unnest(basket_rule.left_items) as item) as item
      left join warehouse.product as product on product.product_id = item.item
      order by item.item
    ), ' + ') as left_names,
    nullif(array_to_string(array(
      select product.category
      from (select unnest(basket_rule.left_items) as item) as item
      join warehouse.product as product on product.product_id = item.item
      group by product.category
      order by product.category
    ), ' + '), '') as left_categories,
  from models.basket_rule as basket_rule
)
select
  basket_rule.rule, -- 1: the highest lift
  side.left_products, -- ids of the goods on the left
  side.left_names, -- names of the goods on the left; the id of a good without a name
  side.left_categories, -- of the goods on the left, each once; null: none is known
  basket_rule.right_item as right_product, -- id of the good on the right
  coalesce(product.name, basket_rule.right_item) as right_name, -- its name; its id where it has none
  product.category as right_category, -- of the good on the right
  basket_rule.length, -- goods on both sides
  basket_rule.baskets, -- that hold all goods of the rule
  basket_rule.left_baskets, -- that hold the left side
  basket_rule.right_baskets, -- that hold the right side
  basket_rule.all_baskets, -- that count
  basket_rule.support, -- share of all baskets that hold all goods of the rule
  basket_rule.confidence, -- share of the baskets with the left side that hold the right side too
  basket_rule.lift, -- confidence against the share of all baskets with the right side; 1: nothing to do with each other
  basket_rule.leverage, -- support less what it would be by chance
  basket_rule.conviction, -- how much more often the rule would fail by chance; null: it never fails
  basket_rule.yules_q, -- from -1, never together, to 1; null: one side is in every basket
  basket_rule.chi_square, -- of left against right side, one degree of freedom
  basket_rule.p_value, -- of chi_square
  basket_rule.adjusted_p, -- of Fisher's exact test against more general rules, given how many goods each basket holds, adjusted for all rules that there could be
  basket_rule.is_redundant, -- a more general rule holds as well
  basket_rule.is_significant, -- adjusted_p is at most 0.05
  basket_rule.is_told, -- significant, not redundant, and the surest of the rules among the same goods
from models.basket_rule as basket_rule
join side on side.rule = basket_rule.rule
left join warehouse.product as product on product.product_id = basket_rule.right_item
