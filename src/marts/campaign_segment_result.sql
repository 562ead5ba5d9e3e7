-- marts.campaign_segment_result: the same by the segment that members were in when they were taken
-- grain: campaign, segment, arm (grouped)
-- reads: marts.campaign_outcome
-- not null: members, buyers, margin, margin_squares
-- totals: (select coalesce(sum(members), 0) from marts.campaign_segment_result) = (select count(*) from marts.campaign_outcome)
select
  campaign,
  coalesce(segment, 'none') as segment, -- code; none: in none
  arm, -- treatment or holdout
  count(*) as members,
  count(*) filter (where has_bought) as buyers, -- bought after they were taken
  cast(sum(margin) as decimal(38, 4)) as margin, -- of all orders, after goods and fulfilment, before the contact
  cast(sum(margin * margin) as decimal(38, 8)) as margin_squares, -- sum of the squared margins of the members
from marts.campaign_outcome
group by campaign, coalesce(segment, 'none'), arm
