-- marts.campaign_outcome: what each member of a campaign has done since they were taken, contacted or not
-- grain: campaign, customer_id (as segments.campaign_member)
-- reads: segments.campaign, segments.campaign_member, warehouse.customer_order, warehouse.interaction, warehouse.setting
-- not null: arm, since, seen_to, has_bought, has_answered, orders, margin
-- holds: has_bought = (orders > 0)
-- totals: (select count(*) from marts.campaign_outcome) = (select count(*) from segments.campaign_member)
with
member as (
  select
    member.campaign,
    member.customer_id,
    member.arm,
    member.since,
    member.segment,
    member.cost,
    case when campaign.measured_to < setting.as_of then campaign.measured_to else setting.as_of end as seen_to,
  from segments.campaign_member as member
  join segments.campaign as campaign on campaign.campaign = member.campaign
  cross join warehouse.setting as setting
),
bought as (
  select
    member.campaign,
    member.customer_id,
    count(*) filter (where orders.is_purchase) as orders,
    sum(orders.net_amount + orders.shipping - coalesce(orders.cost, 0) - orders.fulfilment) as margin,
  from member
  join warehouse.customer_order as orders
    on orders.customer_id = member.customer_id
    and orders.purchased_on > member.since
    and orders.purchased_on <= member.seen_to
  group by member.campaign, member.customer_id
),
answered as (
  select distinct member.campaign, member.customer_id
  from member
  join warehouse.interaction as contact
    on contact.campaign_id = member.campaign
    and contact.customer_id = member.customer_id
    and contact.occurred_on > member.since
    and contact.occurred_on <= member.seen_to
  where contact.is_answer
)
select
  member.campaign,
  member.customer_id,
  member.arm,
  member.segment, -- code of the one they were in when they were taken; null: none
  member.since, -- the night they were taken; what they do counts from the day after
  member.seen_to, -- the as-of day, or the last day that counts
  coalesce(bought.orders, 0) > 0 as has_bought,
  answered.customer_id is not null as has_answered, -- an interaction of the campaign is an answer, see warehouse.interaction
  coalesce(bought.orders, 0) as orders, -- with a purchase
  cast(coalesce(bought.margin, 0) as decimal(18, 4)) as margin, -- of all orders, after goods and fulfilment, before the contact
  case when member.arm = 'treatment' then member.cost else 0 end as cost, -- of the contact
from member
left join bought on bought.campaign = member.campaign and bought.customer_id = member.customer_id
left join answered on answered.campaign = member.campaign and answered.customer_id = member.customer_id
