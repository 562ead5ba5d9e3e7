-- marts.product_pair: which two goods go together, and which stand in for one another
-- grain: product, other_product
-- reads: models.basket_pair, warehouse.product
-- not null: name, other_name, baskets, product_baskets, other_baskets, all_baskets, customers, product_customers, other_customers, all_customers, adjusted_p, customer_adjusted_p
-- holds: baskets <= product_baskets and baskets <= other_baskets
-- holds: customers <= product_customers and customers <= other_customers
-- holds: relation is null or relation in ('complements', 'substitutes')
-- totals: (select count(*) from marts.product_pair) = (select count(*) from models.basket_pair)
select
  basket_pair.item as product, -- id
  coalesce(one.name, basket_pair.item) as name, -- the id where it has none
  one.category,
  basket_pair.other_item as other_product, -- id
  coalesce(other.name, basket_pair.other_item) as other_name, -- the id where it has none
  other.category as other_category, -- of the other
  basket_pair.relation, -- complements: in one basket more often than by chance; substitutes: of one category, bought by the same customers more often than by chance, in one basket less often; null: neither
  basket_pair.baskets, -- that hold both
  basket_pair.item_baskets as product_baskets, -- that hold the one
  basket_pair.other_baskets, -- that hold the other
  basket_pair.all_baskets, -- that count
  basket_pair.lift, -- baskets with both against what they would be by chance
  basket_pair.yules_q, -- of the baskets: from -1, never together, to 1, never apart; null: one is in every basket
  basket_pair.adjusted_p, -- of Fisher's exact test that they have nothing to do with each other in baskets of such sizes, one-sided, adjusted for all pairs
  basket_pair.customers, -- who bought both, in one basket or not
  basket_pair.item_customers as product_customers, -- who bought the one
  basket_pair.other_customers, -- who bought the other
  basket_pair.all_customers, -- who count
  basket_pair.customer_yules_q, -- of the customers, as yules_q
  basket_pair.customer_adjusted_p, -- of Fisher's exact test that the same customers buy both by chance alone, given how many goods each buys, adjusted
from models.basket_pair as basket_pair
left join warehouse.product as one on one.product_id = basket_pair.item
left join warehouse.product as other on other.product_id = basket_pair.other_item
