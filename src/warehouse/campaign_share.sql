-- warehouse.campaign_share: what each customer has of the cost of a campaign, to the last digit; the customer '' has what belongs to nobody
-- grain: campaign_id, customer_id
-- reads: warehouse.campaign, warehouse.customer, warehouse.customer_order, warehouse.interaction
-- not null: purpose, shares
-- holds: purpose in ('acquisition', 'contact')
-- totals: (select coalesce(sum(cost), 0) from warehouse.campaign_share) = (select coalesce(sum(cost), 0) from warehouse.campaign)
-- totals: (select count(distinct campaign_id) from warehouse.campaign_share) = (select count(*) from warehouse.campaign)
with
acquiring as (
  select acquisition_campaign as campaign_id
  from warehouse.customer
  where acquisition_campaign is not null
  group by acquisition_campaign
),
buyer as (
  select customer_id
  from warehouse.customer_order
  where is_purchase and customer_id is not null
  group by customer_id
),
campaign as (
  select
    campaign.campaign_id,
    campaign.cost,
    case when acquiring.campaign_id is null then 'contact' else 'acquisition' end as purpose,
  from warehouse.campaign as campaign
  left join acquiring on acquiring.campaign_id = campaign.campaign_id
),
shared as (
  select customer.acquisition_campaign as campaign_id, customer.customer_id, 'acquisition' as purpose, 1 as shares
  from warehouse.customer as customer
  join buyer on buyer.customer_id = customer.customer_id
  where customer.acquisition_campaign is not null
  union all
  select campaign_id, coalesce(customer_id, '') as customer_id, 'contact' as purpose, count(*) as shares
  from warehouse.interaction
  where campaign_id is not null
  group by campaign_id, coalesce(customer_id, '')
),
given as (
  select
    campaign.campaign_id,
    campaign.purpose,
    campaign.cost,
    coalesce(shared.customer_id, '') as customer_id,
    coalesce(shared.shares, 0) as shares,
  from campaign
  left join shared on shared.campaign_id = campaign.campaign_id and shared.purpose = campaign.purpose
),
counted as (
  select
    given.*,
    cast(cast(cost as decimal(38, 4)) * 10000 as hugeint) as units,
    sum(shares) over (
      partition by campaign_id order by customer_id rows between unbounded preceding and current row
    ) as until_here,
    sum(shares) over (partition by campaign_id) as all_shares,
  from given
)
select
  campaign_id,
  customer_id, -- '': nobody: contacts with no known customer, or a campaign without a contact or a new customer
  purpose, -- acquisition: somebody came by it; contact: nobody did
  shares, -- acquisition: 1 for each customer with a purchase who came by it; contact: contacts of the campaign; 0: there are none
  cast(
    case
      when all_shares = 0 then cost
      else cast(units * until_here // all_shares - units * (until_here - shares) // all_shares as decimal(38, 4)) / 10000
    end as decimal(18, 4)
  ) as cost, -- in proportion to the shares, in 1/10000; what does not divide falls where the sum so far, by customer, passes a unit; null: unknown
from counted
