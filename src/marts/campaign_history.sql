-- marts.campaign_history: past campaigns by what became of those they reached. Nobody was held out: what was bought afterwards is no effect of theirs
-- grain: campaign_id
-- reads: warehouse.campaign, warehouse.contact_way, warehouse.interaction, warehouse.customer_order, warehouse.setting
-- not null: reached, contacts, answered, followed, silent_buyers, cost, buyers, margin, is_over
-- holds: answered <= reached and buyers <= reached and reached <= contacts
-- holds: followed <= answered and silent_buyers <= reached - answered
-- holds: reached = 0 or (answer_low <= answer_high and answer_low <= answered / reached and answered / reached <= answer_high)
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
    max(occurred_on) filter (where is_contact) as last_on,
    min(occurred_on) filter (where is_answer) as answered_on,
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
    people.last_on,
    people.answered_on,
    people.cost,
    coalesce(bool_or(orders.is_purchase), false) as has_bought,
    coalesce(sum(orders.net_amount + orders.shipping - coalesce(orders.cost, 0) - orders.fulfilment), 0) as margin,
  from people
  left join warehouse.customer_order as orders
    on orders.customer_id = people.customer_id
    and orders.purchased_on > people.first_on
    and orders.purchased_on <= people.first_on + 30
  where people.contacts > 0
  group by people.campaign_id, people.customer_id, people.contacts, people.has_answered, people.last_on,
    people.answered_on, people.cost
),
-- from the day of the first answer on: whoever calls and orders at once has answered
followed as (
  select outcomes.campaign_id, count(distinct outcomes.customer_id) as followed
  from outcomes
  join warehouse.customer_order as orders
    on orders.customer_id = outcomes.customer_id
    and orders.is_purchase
    and orders.purchased_on >= outcomes.answered_on
    and orders.purchased_on <= outcomes.answered_on + 30
  group by outcomes.campaign_id
),
summed as (
  select
    campaign_id,
    count(*) as reached,
    sum(contacts) as contacts,
    count(*) filter (where has_answered) as answered,
    count(*) filter (where has_bought and not has_answered) as silent_buyers,
    max(last_on) as last_on,
    sum(cost) as cost,
    count(*) filter (where has_bought) as buyers,
    sum(margin) as margin,
  from outcomes
  group by campaign_id
),
rated as (
  select
    campaign_id,
    cast(reached as double) as n,
    cast(answered as double) / cast(reached as double) as rate,
  from summed
)
select
  campaign.campaign_id,
  campaign.name,
  coalesce(way.channel, lower(replace(replace(campaign.channel, ' ', '_'), '-', '_'))) as channel, -- email, phone (call centre and telemarketing), sms, post or ads; any other in lower case, words joined by _
  campaign.started_on,
  campaign.ended_on, -- as planned: it may lie after the as-of day
  coalesce(summed.reached, 0) as reached, -- customers and prospects with an outgoing contact of the campaign
  cast(coalesce(summed.contacts, 0) as bigint) as contacts, -- outgoing
  coalesce(summed.answered, 0) as answered, -- of those reached: an interaction of the campaign is an answer, see warehouse.interaction
  case
    when summed.answered = 0 then 0
    else (rate + 1.920729410347062 / n - 1.959963984540054 * sqrt(rate * (1 - rate) / n + 0.960364705173531 / (n * n)))
      / (1 + 3.841458820694124 / n)
  end as answer_low, -- of the 95 % interval of the share who answered (Wilson 1927); null: nobody was reached
  case
    when summed.answered = summed.reached then 1
    else (rate + 1.920729410347062 / n + 1.959963984540054 * sqrt(rate * (1 - rate) / n + 0.960364705173531 / (n * n)))
      / (1 + 3.841458820694124 / n)
  end as answer_high, -- its upper end
  coalesce(followed.followed, 0) as followed, -- of those who answered: bought within 30 days, from the day of the first answer on
  coalesce(summed.silent_buyers, 0) as silent_buyers, -- of those who did not: bought within 30 days after the day of the first contact all the same
  cast(coalesce(campaign.cost, 0) + coalesce(summed.cost, 0) as decimal(18, 4)) as cost, -- of the campaign, and of its contacts with those reached
  coalesce(summed.buyers, 0) as buyers, -- of those reached: bought within 30 days after the day of the first contact
  cast(coalesce(summed.margin, 0) as decimal(18, 4)) as margin, -- of these orders, after goods and fulfilment: correlation, since nobody was held out
  coalesce(coalesce(campaign.ended_on, summed.last_on) + 30 <= setting.as_of, false) as is_over, -- all of these days are seen; of one without an end, those after its last contact
from warehouse.campaign as campaign
cross join warehouse.setting as setting
left join summed on summed.campaign_id = campaign.campaign_id
left join rated on rated.campaign_id = campaign.campaign_id
left join followed on followed.campaign_id = campaign.campaign_id
left join warehouse.contact_way as way on way.contact_channel = lower(replace(replace(campaign.channel, ' ', '_'), '-', '_'))
