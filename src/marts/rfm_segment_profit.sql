-- marts.rfm_segment_profit: profit and loss by RFM segment
-- grain: rfm_segment (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit
select
  member.member as rfm_segment, -- 'none': customers without RFM scores; 'anonymous': what belongs to no customer
  member.*,
from marts.group_profit as member
where member.dimension = 'rfm_segment'
