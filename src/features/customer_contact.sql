-- features.customer_contact: contacts of each customer and prospect, by channel and direction, and what they cost
-- grain: customer_id
-- reads: warehouse.customer, warehouse.interaction, warehouse.setting
-- not null: contacts, contact_minutes, contact_cost
-- holds: contacts >= inbound + outbound and contacts >= complaints and contacts_other >= 0
-- holds: (contacts = 0) = (last_contacted_on is null)
-- totals: (select coalesce(sum(contact_cost), 0) from features.customer_contact) = (select coalesce(sum(contact_cost), 0) from warehouse.interaction where customer_id is not null)
with
contacts as (
  select
    customer_id,
    count(*) as contacts,
    count(*) filter (where channel = 'call_center') as contacts_call_center,
    count(*) filter (where channel = 'email') as contacts_email,
    count(*) filter (where channel = 'telemarketing') as contacts_telemarketing,
    count(*) filter (where channel = 'web') as contacts_web,
    count(*) filter (where channel = 'self_service') as contacts_self_service,
    count(*) filter (where channel = 'social') as contacts_social,
    count(*) filter (where channel = 'store') as contacts_store,
    count(*) filter (where channel = 'chat') as contacts_chat,
    count(*) filter (where channel = 'post') as contacts_post,
    count(*) filter (where direction = 'inbound') as inbound,
    count(*) filter (where direction = 'outbound') as outbound,
    count(*) filter (where kind = 'complaint') as complaints,
    sum(duration_seconds) as duration_seconds,
    sum(contact_cost) as contact_cost,
    max(occurred_on) as last_contacted_on,
  from warehouse.interaction
  where customer_id is not null
  group by customer_id
)
select
  customer.customer_id,
  cast(coalesce(contacts.contacts, 0) as integer) as contacts, -- in either direction, all channels
  cast(coalesce(contacts.contacts_call_center, 0) as integer) as contacts_call_center, -- by the call centre
  cast(coalesce(contacts.contacts_email, 0) as integer) as contacts_email, -- by e-mail
  cast(coalesce(contacts.contacts_telemarketing, 0) as integer) as contacts_telemarketing,
  cast(coalesce(contacts.contacts_web, 0) as integer) as contacts_web, -- by the web site
  cast(coalesce(contacts.contacts_self_service, 0) as integer) as contacts_self_service, -- by self-service
  cast(coalesce(contacts.contacts_social, 0) as integer) as contacts_social, -- by social media
  cast(coalesce(contacts.contacts_store, 0) as integer) as contacts_store,
  cast(coalesce(contacts.contacts_chat, 0) as integer) as contacts_chat, -- by chat
  cast(coalesce(contacts.contacts_post, 0) as integer) as contacts_post, -- by post
  cast(
    coalesce(
      contacts.contacts - contacts.contacts_call_center - contacts.contacts_email - contacts.contacts_telemarketing -- by telemarketing
      - contacts.contacts_web - contacts.contacts_self_service - contacts.contacts_social - contacts.contacts_store -- by a store
      - contacts.contacts_chat - contacts.contacts_post, 0
    ) as integer
  ) as contacts_other, -- by channels not named above
  cast(coalesce(contacts.inbound, 0) as integer) as inbound, -- contacts by the customer
  cast(coalesce(contacts.outbound, 0) as integer) as outbound, -- contacts by us
  cast(coalesce(contacts.complaints, 0) as integer) as complaints, -- contacts of the kind complaint
  cast(coalesce(contacts.duration_seconds, 0) as double) / 60 as contact_minutes, -- duration of all contacts
  cast(coalesce(contacts.contact_cost, 0) as decimal(18, 4)) as contact_cost, -- money
  contacts.last_contacted_on, -- null: never
  cast(date_diff('day', contacts.last_contacted_on, setting.as_of) as integer) as days_since_contact, -- to the as-of day; null: never
from warehouse.customer as customer
left join contacts on contacts.customer_id = customer.customer_id
cross join warehouse.setting as setting
