-- marts.customer_origin: where each customer and prospect came from, and what they brought
-- grain: customer_id
-- reads: warehouse.customer, warehouse.setting, warehouse.origin_kind, features.customer_rfm, marts.customer_profit, scores.clv, models.clv
-- not null: referrer, source, medium, campaign, email_domain, region, is_buyer, is_best, is_paid, profit, acquisition_cost, value, observed_months
-- holds: not is_best or is_buyer
-- holds: observed_months >= 0
-- totals: (select count(*) from marts.customer_origin) = (select count(*) from warehouse.customer)
-- totals: (select coalesce(sum(profit), 0) from marts.customer_origin) = (select coalesce(sum(profit), 0) from marts.customer_profit where customer_id <> '')
with
valued as (
  select score.customer_id, cast(score.lifetime_value as decimal(18, 4)) as lifetime_value
  from scores.clv as score
  cross join models.clv as model
  where model.is_used and model.is_margin
),
-- what the pipeline says of any of their origins
told as (
  select named.customer_id, bool_or(kind.is_paid) as is_paid
  from (
    select customer_id, unnest([acquisition_source, acquisition_medium, acquisition_campaign, referrer]) as origin
    from warehouse.customer
  ) as named
  join warehouse.origin_kind as kind on kind.origin = named.origin
  group by named.customer_id
),
people as (
  select
    customer.*,
    case when customer.email like '%_@_%._%' then lower(trim(split_part(customer.email, '@', -1))) else 'unknown' end as domain,
    rfm.customer_id is not null as is_buyer,
    case
      when customer.acquired_on <= rfm.first_purchased_on then customer.acquired_on
      else coalesce(rfm.first_purchased_on, customer.acquired_on)
    end as started_on,
    profit.profit,
    profit.acquisition_cost,
    valued.lifetime_value,
    coalesce(told.is_paid, profit.acquisition_cost > 0 and told.customer_id is null) as is_paid,
    setting.as_of,
  from warehouse.customer as customer
  cross join warehouse.setting as setting
  join marts.customer_profit as profit on profit.customer_id = customer.customer_id
  left join features.customer_rfm as rfm on rfm.customer_id = customer.customer_id
  left join valued on valued.customer_id = customer.customer_id
  left join told on told.customer_id = customer.customer_id
),
ranked as (
  select
    people.*,
    count(*) over (partition by domain) as of_domain,
    rank() over (partition by is_buyer order by profit desc nulls last) as place,
    count(*) over (partition by is_buyer) as of_kind,
  from people
)
select
  customer_id,
  coalesce(referrer, 'unknown') as referrer, -- site that the first visit came from
  coalesce(acquisition_source, 'unknown') as source, -- of acquisition
  coalesce(acquisition_medium, 'unknown') as medium, -- of acquisition
  coalesce(acquisition_campaign, 'unknown') as campaign, -- of acquisition
  case when domain = 'unknown' or of_domain >= 5 then domain else 'other' end as email_domain, -- of the mail address, in lower case; 'other': fewer than 5 people have it, so that nobody is known by it
  coalesce(region, 'unknown') as region,
  is_buyer, -- has bought
  is_buyer and 10 * (place - 1) < of_kind as is_best, -- the tenth of the buyers with the highest profit, rounded up; whoever has as much as the last of them is one too
  is_paid, -- such people can be paid for: as the pipeline says of an origin of theirs; where it says nothing, finding them cost something
  profit,
  acquisition_cost,
  lifetime_value, -- of the horizon of the pipeline, to come; null: not valued, or known in spend only
  cast(profit + coalesce(lifetime_value, 0) as decimal(18, 4)) as value, -- profit so far and lifetime value to come
  started_on, -- became known, or first bought where that is earlier; null: neither is known
  cast(coalesce(date_diff('day', started_on, as_of + 1) * 48 // 1461, 0) as integer) as observed_months, -- whole months since then up to the as-of day, of 30.4375 days
from ranked
