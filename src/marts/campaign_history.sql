-- marts.campaign_history: past campaigns by what became of those they reached. Nobody was held out: what was bought afterwards is no effect of theirs
-- grain: campaign_id
-- reads: warehouse.campaign, warehouse.interaction, warehouse.customer_order, warehouse.setting
-- not null: reached, contacts, answered, cost, buyers, margin
-- holds: answered <= reached and buyers <= reached and reached <= contacts
-- totals: (select coalesce(sum(contacts), 0) from marts.campaign_history) = (select count(*) from warehouse.interaction as contact join warehouse.campaign as campaign on campaign.campaign_id = contact.campaign_id where contact.customer_id is not null and contact.direction is distinct from 'inbound')
with
contacts as (
  select
    campaign_id,
    customer_id,
    direction is distinct from 'inbound' as is_contact,
    is_answer,
    occurred_on,
    contact_cost,
  from warehouse.interaction
  where campaign_id is not null and customer_id is not null
),
people as (
  select
    campaign_id,
    customer_id,
    count(*) filter (where is_contact) as contacts,
    bool_or(is_answer) as has_answered,
    min(occurred_on) filter (where is_contact) as first_on,
    sum(contact_cost) as cost,
  from contacts
  group by campaign_id, customer_id
),
outcomes as (
  select
    people.campaign_id,
    people.customer_id,
    people.contacts,
    people.has_answered,
    people.cost,
    coalesce(bool_or(orders.is_purchase), false) as has_bought,
    coalesce(sum(orders.net_amount + orders.shipping - coalesce(orders.cost, 0) - orders.fulfilment), 0) as margin,
  from people
  left join warehouse.customer_order as orders
    on orders.customer_id = people.customer_id
    and orders.purchased_on > people.first_on
    and orders.purchased_on <= people.first_on + 30
  where people.contacts > 0
  group by people.campaign_id, people.customer_id, people.contacts, people.has_answered, people.cost
),
summed as (
  select
    campaign_id,
    count(*) as reached,
    sum(contacts) as contacts,
    count(*) filter (where has_answered) as answered,
    sum(cost) as cost,
    count(*) filter (where has_bought) as buyers,
    sum(margin) as margin,
  from outcomes
  group by campaign_id
)
select
  campaign.campaign_id,
  campaign.name,
  lower(replace(replace(campaign.channel, ' ', '_'), '-', '_')) as channel, -- in lower case, words joined by _
  campaign.started_on,
  campaign.ended_on, -- as planned: it may lie after the as-of day
  coalesce(summed.reached, 0) as reached, -- customers and prospects with an outgoing contact of the campaign
  cast(coalesce(summed.contacts, 0) as bigint) as contacts, -- outgoing
  coalesce(summed.answered, 0) as answered, -- of those reached: an interaction of the campaign is an answer, see warehouse.interaction
  cast(coalesce(campaign.cost, 0) + coalesce(summed.cost, 0) as decimal(18, 4)) as cost, -- of the campaign, and of its contacts with those reached
  coalesce(summed.buyers, 0) as buyers, -- of those reached: bought within 30 days after the day of the first contact
  cast(coalesce(summed.margin, 0) as decimal(18, 4)) as margin, -- of these orders, after goods and fulfilment: correlation, since nobody was held out
  campaign.ended_on is not null and campaign.ended_on + 30 <= setting.as_of as is_over, -- all of these days are seen
from warehouse.campaign as campaign
cross join warehouse.setting as setting
left join summed on summed.campaign_id = campaign.campaign_id
