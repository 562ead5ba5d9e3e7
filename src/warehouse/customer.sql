-- warehouse.customer: everyone known by the as-of day: listed, or seen in an order line or an interaction
-- grain: customer_id
-- reads: raw.customers, warehouse.order_line, warehouse.interaction, warehouse.setting
-- not null: is_listed, has_email, has_phone, has_post
-- holds: customer_id <> ''
-- totals: (select count(*) from warehouse.customer where is_listed) <= (select count(*) from raw.customers)
with
listed as (
  select customers.*, customers.acquired_on > setting.as_of as is_later
  from raw.customers as customers
  cross join warehouse.setting as setting
),
seen as (
  select customer_id from warehouse.order_line where customer_id is not null
  union
  select customer_id from warehouse.interaction where customer_id is not null
)
select
  coalesce(listed.customer_id, seen.customer_id) as customer_id,
  coalesce(listed.name, nullif(trim(concat_ws(' ', listed.first_name, listed.last_name)), '')) as name, -- where it is not given: the two below
  listed.first_name, -- null: not known apart
  listed.last_name,
  listed.email,
  listed.phone,
  listed.birth_date,
  listed.gender,
  listed.country,
  listed.region,
  listed.city,
  listed.postal_code,
  listed.language,
  listed.annual_income,
  case when not listed.is_later then listed.acquired_on end as acquired_on, -- null also where the list says a later day
  listed.acquisition_source,
  listed.acquisition_medium,
  listed.acquisition_campaign,
  listed.referrer,
  listed.email_opt_in, -- null: never asked; treated as no
  listed.phone_opt_in,
  listed.sms_opt_in,
  listed.post_opt_in,
  listed.ads_opt_in,
  nullif(trim(listed.email), '') is not null as has_email, -- can be written to, consent apart
  nullif(trim(listed.phone), '') is not null as has_phone, -- can be called and sent text messages
  nullif(trim(listed.city), '') is not null or nullif(trim(listed.postal_code), '') is not null as has_post, -- can be sent letters
  listed.attributes, -- JSON object of further attributes: name -> text
  listed.customer_id is not null as is_listed, -- false: seen in order lines or interactions only
from listed
full join seen on seen.customer_id = listed.customer_id
where seen.customer_id is not null or listed.is_later is not true
