-- marts.source_profit: profit and loss by what brought the customer
-- grain: acquisition_source (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit
select
  member.member as acquisition_source, -- 'unknown', or 'anonymous' for what belongs to no customer
  member.*,
from marts.group_profit as member
where member.dimension = 'acquisition_source'
