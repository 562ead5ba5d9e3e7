-- warehouse.customer: everyone known by the as-of day: listed, or seen in an order or an interaction
-- grain: customer_id
-- reads: raw.customers, warehouse.customer_order, warehouse.interaction, warehouse.setting
-- not null: is_listed
-- holds: customer_id <> ''
-- totals: (select count(*) from warehouse.customer where is_listed) <= (select count(*) from raw.customers)
with
seen as (
  select customer_id from warehouse.customer_order where customer_id is not null
  union
  select customer_id from warehouse.interaction where customer_id is not null
)
select
  coalesce(customers.customer_id, seen.customer_id) as customer_id,
  customers.name,
  customers.email,
  customers.phone,
  customers.birth_date,
  customers.gender,
  customers.country,
  customers.region,
  customers.city,
  customers.postal_code,
  customers.language,
  customers.annual_income,
  case when customers.acquired_on <= setting.as_of then customers.acquired_on end as acquired_on, -- null also where the list says a later day
  customers.acquisition_source,
  customers.acquisition_medium,
  customers.acquisition_campaign,
  customers.referrer,
  customers.email_opt_in, -- null: never asked; treated as no
  customers.phone_opt_in,
  customers.sms_opt_in,
  customers.post_opt_in,
  customers.ads_opt_in,
  customers.attributes, -- JSON object of further attributes: name -> text
  customers.customer_id is not null as is_listed, -- false: seen in orders or interactions only
from raw.customers as customers
full join seen on seen.customer_id = customers.customer_id
cross join warehouse.setting as setting
where seen.customer_id is not null or coalesce(customers.acquired_on <= setting.as_of, true)
