-- marts.usage_class_profit: profit and loss by usage class
-- grain: usage_class (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit
select
  member.member as usage_class, -- heavy, medium, light: thirds of the buyers by orders; zero: never bought; 'anonymous': what belongs to no customer
  member.*,
from marts.group_profit as member
where member.dimension = 'usage_class'
