-- marts.region_profit: profit and loss by region of the customer
-- grain: country, region (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit
select
  member.parent as country, -- 'unknown', or 'anonymous' for what belongs to no customer
  member.member as region, -- of the customers
  member.*,
from marts.group_profit as member
where member.dimension = 'region'
