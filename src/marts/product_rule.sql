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
),
-- of the rules of one set of goods, the surest
placed as (
  select
    basket_rule.*,
    row_number() over (
      partition by list_sort(list_append(left_items, right_item)), is_significant and not is_redundant
      order by confidence desc, right_item
    ) as place,
  from models.basket_rule as basket_rule
)
select
  placed.rule, -- 1: the highest lift
  side.left_products, -- ids of the goods on the left
  side.left_names, -- names of the goods on the left; the id of a good without a name
  side.left_categories, -- of the goods on the left, each once; null: none is known
  placed.right_item as right_product, -- id of the good on the right
  coalesce(product.name, placed.right_item) as right_name, -- its name; its id where it has none
  product.category as right_category, -- of the good on the right
  placed.length, -- goods on both sides
  placed.baskets, -- that hold all goods of the rule
  placed.left_baskets, -- that hold the left side
  placed.right_baskets, -- that hold the right side
  placed.all_baskets, -- that count
  placed.support, -- share of all baskets that hold all goods of the rule
  placed.confidence, -- share of the baskets with the left side that hold the right side too
  placed.lift, -- confidence against the share of all baskets with the right side; 1: nothing to do with each other
  placed.leverage, -- support less what it would be by chance
  placed.conviction, -- how much more often the rule would fail by chance; null: it never fails
  placed.yules_q, -- from -1, never together, to 1; null: one side is in every basket
  placed.chi_square, -- of left against right side, one degree of freedom
  placed.p_value, -- of chi_square
  placed.adjusted_p, -- of Fisher's exact test against more general rules, given how many goods each basket holds, adjusted for all rules that there could be
  placed.is_redundant, -- a more general rule holds as well
  placed.is_significant, -- adjusted_p is at most 0.05
  placed.is_significant and not placed.is_redundant and placed.place = 1 as is_told, -- significant, not redundant, and the surest of the rules among the same goods
from placed
join side on side.rule = placed.rule
left join warehouse.product as product on product.product_id = placed.right_item
