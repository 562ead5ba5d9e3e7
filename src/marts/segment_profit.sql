-- marts.segment_profit: profit and loss by segment
-- grain: segment (as marts.group_profit)
-- kept as: view
-- reads: marts.group_profit, segments.segment
select
  member.member as segment, -- code; 'none': customers without a segment; 'anonymous': what belongs to no customer
  segment.name as segment_name, -- in plain words
  member.*,
from marts.group_profit as member
left join segments.segment as segment on segment.segment = member.member
where member.dimension = 'segment'
