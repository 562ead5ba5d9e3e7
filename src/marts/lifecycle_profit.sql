-- marts.lifecycle_profit: profit and loss by lifecycle
-- grain: lifecycle (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit
select
  member.member as lifecycle, -- new, repeating, lapsed, prospect; 'anonymous': what belongs to no customer
  member.*,
from marts.group_profit as member
where member.dimension = 'lifecycle'
