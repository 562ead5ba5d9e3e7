-- features.customer: every customer and prospect with all features; models choose from these columns
-- grain: customer_id
-- reads: warehouse.customer, warehouse.setting, features.customer_rfm, features.customer_basket, features.customer_habit, features.customer_favourite, features.customer_contact, features.customer_opinion, features.customer_approach
-- not null: is_prospect, frequency, monetary, orders, lines, products, contacts, contact_cost, opinions, complaints_open, sample_key
-- holds: is_prospect = (recency_days is null) and is_prospect = (mean_order_value is null) and is_prospect = (usual_weekday is null)
-- holds: frequency = orders and (is_prospect or favourite_channel is not null)
-- totals: (select count(*) from features.customer) = (select count(*) from warehouse.customer)
-- totals: (select count(*) from features.customer where not is_prospect) = (select count(*) from features.customer_rfm)
select
  customer.customer_id,
  md5(customer.customer_id) as sample_key, -- stable hash: samples are its first values
  rfm.customer_id is null as is_prospect, -- no purchase up to the as-of day
  rfm.first_purchased_on,
  rfm.last_purchased_on,
  rfm.recency_days, -- 1 = bought on the as-of day; null: prospect
  coalesce(rfm.frequency, 0) as frequency, -- orders with a purchase
  coalesce(rfm.monetary, 0) as monetary, -- net amount, returns taken off
  rfm.tenure_days, -- since the first purchase
  coalesce(basket.orders, 0) as orders,
  coalesce(basket.lines, 0) as lines,
  coalesce(basket.products, 0) as products, -- different products bought
  basket.quantity_per_order,
  basket.mean_order_value,
  basket.discount_share, -- of the gross amount sold
  basket.return_share, -- of the gross amount sold
  habit.purchase_days,
  habit.purchase_interval_days, -- null: one day with a purchase, or none
  habit.weekend_share,
  habit.evening_share,
  habit.usual_weekday, -- 1 = Monday … 7 = Sunday
  habit.usual_hour,
  favourite.favourite_category,
  favourite.favourite_category_share,
  favourite.favourite_channel,
  contact.contacts,
  contact.contacts_call_center,
  contact.contacts_email,
  contact.contacts_telemarketing,
  contact.contacts_web,
  contact.contacts_self_service,
  contact.contacts_social,
  contact.contacts_store,
  contact.contacts_chat,
  contact.contacts_post,
  contact.contacts_other,
  contact.inbound,
  contact.outbound,
  contact.complaints,
  contact.contact_minutes,
  contact.contact_cost,
  contact.last_contacted_on,
  contact.days_since_contact,
  said.opinions,
  said.opinion, -- mean score of what they said, from -1 to 1; null: nothing
  said.opinion_trend, -- of the last 180 days less that of before
  said.last_opinion_on, -- day of the last contact with a score
  said.complaints_open,
  approach.first_channel, -- of the first contact by them, up to their first purchase; null: none
  approach.first_referrer, -- site that it came from
  case
    when customer.birth_date <= setting.as_of then
      cast(
        extract(year from setting.as_of) - extract(year from customer.birth_date)
        - case
            when 100 * extract(month from setting.as_of) + extract(day from setting.as_of)
              < 100 * extract(month from customer.birth_date) + extract(day from customer.birth_date)
              then 1
            else 0
          end
        as integer
      )
  end as age_years, -- completed years on the as-of day
  customer.annual_income,
  customer.gender,
  customer.country,
  customer.region,
  customer.language,
  customer.acquisition_source,
  customer.acquisition_medium,
  customer.email_opt_in,
  customer.phone_opt_in,
  customer.sms_opt_in,
  customer.post_opt_in,
  customer.ads_opt_in,
  cast(date_diff('day', customer.acquired_on, setting.as_of) as integer) as known_days, -- since the customer became known
from warehouse.customer as customer
cross join warehouse.setting as setting
left join features.customer_rfm as rfm on rfm.customer_id = customer.customer_id
left join features.customer_basket as basket on basket.customer_id = customer.customer_id
left join features.customer_habit as habit on habit.customer_id = customer.customer_id
left join features.customer_favourite as favourite on favourite.customer_id = customer.customer_id
join features.customer_contact as contact on contact.customer_id = customer.customer_id
join features.customer_opinion as said on said.customer_id = customer.customer_id
left join features.customer_approach as approach on approach.customer_id = customer.customer_id
