-- marts.campaign_result: what the arms of each campaign have done so far: sums that comparisons are made of
-- grain: campaign, arm (grouped)
-- reads: marts.campaign_outcome
-- not null: members, buyers, answered, orders, margin, margin_squares, cost
-- totals: (select coalesce(sum(members), 0) from marts.campaign_result) = (select count(*) from marts.campaign_outcome)
select
  campaign,
  arm, -- treatment or holdout
  count(*) as members,
  min(since) as first_taken_on, -- the night the first of them was taken
  max(seen_to) as seen_to, -- the as-of day, or the last day that counts
  count(*) filter (where has_bought) as buyers, -- bought after they were taken
  count(*) filter (where has_answered) as answered,
  cast(sum(orders) as bigint) as orders, -- with a purchase
  cast(sum(margin) as decimal(38, 4)) as margin, -- of all orders, after goods and fulfilment, before the contact
  cast(sum(margin * margin) as decimal(38, 8)) as margin_squares, -- sum of the squared margins of the members
  cast(sum(cost) as decimal(38, 4)) as cost, -- of the contacts
from marts.campaign_outcome
group by campaign, arm
