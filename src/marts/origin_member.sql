-- marts.origin_member: people by each way to tell where they came from
-- grain: dimension, customer_id
-- kept as: view
-- reads: marts.customer_origin
-- not null: member
-- totals: (select count(*) from marts.origin_member) = 6 * (select count(*) from marts.customer_origin)
with
dimension (dimension) as (
  values ('referrer'), ('source'), ('medium'), ('campaign'), ('email_domain'), ('region')
)
select
  dimension.dimension, -- referrer, source, medium, campaign, email_domain or region
  case dimension.dimension
    when 'referrer' then origin.referrer
    when 'source' then origin.source
    when 'medium' then origin.medium
    when 'campaign' then origin.campaign
    when 'email_domain' then origin.email_domain
    else origin.region
  end as member, -- 'unknown': nobody said; 'other': mail domains of fewer than 5 people
  origin.customer_id,
  origin.is_buyer,
  origin.is_best,
  origin.is_paid,
  origin.profit,
  origin.acquisition_cost,
  origin.lifetime_value,
  origin.value,
  origin.observed_months,
from marts.customer_origin as origin
cross join dimension
