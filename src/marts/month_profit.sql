-- marts.month_profit: profit and loss by month: contacts on their day, campaigns in full on their first day
-- grain: member (as marts.sales_profit)
-- kept as: view
-- reads: marts.sales_profit
select
  case when member.is_attributed then cast(member.member as date) end as month, -- its first day; null: campaigns whose first day nobody told
  member.*,
from marts.sales_profit as member
where member.dimension = 'month'
