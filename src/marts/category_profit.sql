-- marts.category_profit: profit and loss by category of the product, down to the contribution margin
-- grain: is_attributed, category (as marts.sales_profit)
-- kept as: view
-- reads: marts.sales_profit
select
  member.member as category, -- of the products; '': not attributed
  member.*,
from marts.sales_profit as member
where member.dimension = 'category'
