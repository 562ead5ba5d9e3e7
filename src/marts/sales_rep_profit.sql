-- marts.sales_rep_profit: profit and loss by who sold, down to the contribution margin
-- grain: is_attributed, sales_rep (as marts.sales_profit)
-- kept as: view
-- reads: marts.sales_profit
select
  member.member as sales_rep, -- '': lines that name nobody
  member.*,
from marts.sales_profit as member
where member.dimension = 'sales_rep'
