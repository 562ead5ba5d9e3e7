-- marts.group_profit: profit and loss of groups of customers: by segment, RFM segment, usage class, lifecycle, region, acquisition source, and of all
-- grain: dimension, parent, member
-- reads: marts.customer_profit, warehouse.customer, features.customer_status, scores.segment, scores.rfm
-- not null: customers, net_revenue, profit
-- holds: net_revenue = revenue - returns - discounts
-- holds: profit = net_revenue + shipping_charged - cost_of_goods - fulfilment - cost_to_serve - campaign_cost - acquisition_cost
-- totals: (select count(distinct profit) from (select sum(profit) as profit from marts.group_profit group by dimension) as sums) = 1
-- totals: (select count(distinct customers) from (select sum(customers) as customers from marts.group_profit group by dimension) as sums) = 1
-- totals: (select profit from marts.group_profit where dimension = 'all') = (select sum(profit) from marts.customer_profit)
-- totals: (select customers from marts.group_profit where dimension = 'all') = (select count(*) from warehouse.customer)
with
member as (
  select
    profit.*,
    case when profit.customer_id = '' then 0 else 1 end as customers,
    case when profit.customer_id <> '' and profit.orders > 0 then 1 else 0 end as buyers,
    case when profit.customer_id = '' then 'anonymous' else coalesce(assigned.segment, 'none') end as segment,
    case when profit.customer_id = '' then 'anonymous' else coalesce(rfm.rfm_segment, 'none') end as rfm_segment,
    case when profit.customer_id = '' then 'anonymous' else status.usage_class end as usage_class,
    case when profit.customer_id = '' then 'anonymous' else status.lifecycle end as lifecycle,
    case when profit.customer_id = '' then 'anonymous' else coalesce(customer.country, 'unknown') end as country,
    case when profit.customer_id = '' then 'anonymous' else coalesce(customer.region, 'unknown') end as region,
    case when profit.customer_id = '' then 'anonymous' else coalesce(customer.acquisition_source, 'unknown') end
      as acquisition_source,
  from marts.customer_profit as profit
  left join warehouse.customer as customer on customer.customer_id = profit.customer_id
  left join features.customer_status as status on status.customer_id = profit.customer_id
  left join scores.segment as assigned on assigned.customer_id = profit.customer_id
  left join scores.rfm as rfm on rfm.customer_id = profit.customer_id
),
sums as (
  select
    case
      when grouping(segment) = 0 then 'segment'
      when grouping(rfm_segment) = 0 then 'rfm_segment'
      when grouping(usage_class) = 0 then 'usage_class'
      when grouping(lifecycle) = 0 then 'lifecycle'
      when grouping(region) = 0 then 'region'
      when grouping(acquisition_source) = 0 then 'acquisition_source'
      else 'all'
    end as dimension,
    coalesce(country, '') as parent,
    coalesce(segment, rfm_segment, usage_class, lifecycle, region, acquisition_source, 'all') as member,
    sum(customers) as customers,
    sum(buyers) as buyers,
    sum(orders) as orders,
    sum(lines) as lines,
    sum(revenue) as revenue,
    sum(returns) as returns,
    sum(discounts) as discounts,
    sum(net_revenue) as net_revenue,
    sum(shipping_charged) as shipping_charged,
    sum(cost_of_goods) as cost_of_goods,
    sum(gross_margin) as gross_margin,
    sum(fulfilment) as fulfilment,
    sum(cost_to_serve) as cost_to_serve,
    sum(campaign_cost) as campaign_cost,
    sum(acquisition_cost) as acquisition_cost,
    sum(profit) as profit,
    sum(revenue_without_cost) as revenue_without_cost,
    sum(lines_without_cost) as lines_without_cost,
  from member
  group by grouping sets ((segment), (rfm_segment), (usage_class), (lifecycle), (country, region), (acquisition_source), ())
)
select
  sums.dimension, -- segment, rfm_segment, usage_class, lifecycle, region, acquisition_source or all
  sums.parent, -- of a region, its country; else ''
  sums.member, -- 'anonymous': what belongs to no customer; 'none': customers without a segment
  cast(sums.customers as bigint) as customers, -- prospects among them
  cast(sums.buyers as bigint) as buyers, -- customers with a purchase
  cast(sums.orders as bigint) as orders,
  cast(sums.lines as bigint) as lines,
  sums.revenue,
  sums.returns,
  sums.discounts,
  sums.net_revenue,
  sums.shipping_charged,
  sums.cost_of_goods,
  sums.gross_margin,
  sums.fulfilment,
  sums.cost_to_serve,
  sums.campaign_cost,
  sums.acquisition_cost,
  sums.profit,
  sums.revenue_without_cost, -- net revenue of lines whose cost is unknown
  cast(sums.lines_without_cost as bigint) as lines_without_cost,
  cast(sums.customers as double) / nullif(cast(total.customers as double), 0) as customer_share, -- of all customers
  cast(sums.net_revenue as double) / nullif(cast(total.net_revenue as double), 0) as net_revenue_share, -- of that of everybody
  cast(sums.profit as double) / nullif(cast(total.profit as double), 0) as profit_share, -- of the profit in all; may be negative or above 1
  cast(sums.net_revenue as double) / nullif(cast(sums.customers as double), 0) as mean_net_revenue, -- per customer
  cast(sums.profit as double) / nullif(cast(sums.customers as double), 0) as mean_profit, -- per customer
from sums
cross join sums as total
where
  total.dimension = 'all'
  -- 'anonymous' only where there is something anonymous
  and (
    sums.dimension = 'all'
    or sums.customers > 0
    or sums.lines > 0
    or sums.cost_to_serve <> 0
    or sums.campaign_cost <> 0
    or sums.acquisition_cost <> 0
  )
