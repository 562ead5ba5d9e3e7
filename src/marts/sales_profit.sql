-- marts.sales_profit: profit and loss of what was sold: by category, product, channel, sales rep and month, with what belongs to none of them
-- grain: dimension, is_attributed, member
-- reads: warehouse.line_account, warehouse.interaction, warehouse.campaign, warehouse.campaign_share
-- not null: net_revenue, gross_margin, contribution_margin
-- holds: net_revenue = revenue - returns - discounts
-- holds: contribution_margin = net_revenue + shipping_charged - cost_of_goods - fulfilment
-- holds: profit is null or profit = contribution_margin - cost_to_serve - campaign_cost - acquisition_cost
-- holds: (profit is null) = (is_attributed and dimension <> 'month')
with
line as (
  select
    line.*,
    coalesce(product_id, '') as product,
    coalesce(sales_rep, '') as rep,
    cast(date_trunc('month', purchased_on) as date) as month,
  from warehouse.line_account as line
),
amounts as (
  select
    case
      when grouping(category) = 0 then 'category'
      when grouping(product) = 0 then 'product'
      when grouping(channel) = 0 then 'channel'
      when grouping(rep) = 0 then 'sales_rep'
      else 'month'
    end as dimension,
    coalesce(category, product, channel, rep, cast(month as varchar)) as member,
    count(*) as lines,
    sum(quantity) as quantity,
    sum(case when is_return then 0 else gross_amount end) as revenue,
    sum(case when is_return then -gross_amount else 0 end) as returns,
    sum(discount) as discounts,
    sum(net_amount) as net_revenue,
    sum(shipping) as shipping_charged,
    coalesce(sum(cost), 0) as cost_of_goods,
    sum(fulfilment) as fulfilment,
    sum(case when is_return then fulfilment else 0 end) as return_handling,
    sum(case when cost is null then net_amount else 0 end) as revenue_without_cost,
    count(*) filter (where cost is null) as lines_without_cost,
  from line
  group by grouping sets ((category), (product), (channel), (rep), (month))
),
sold as (
  select
    amounts.*,
    true as is_attributed,
    net_revenue + shipping_charged - cost_of_goods as gross_margin,
    net_revenue + shipping_charged - cost_of_goods - fulfilment as contribution_margin,
  from amounts
),
cost as (
  select date_trunc('month', occurred_on) as month, contact_cost as cost_to_serve, 0 as campaign_cost, 0 as acquisition_cost
  from warehouse.interaction
  union all
  select
    date_trunc('month', campaign.started_on),
    0,
    case when share.purpose = 'contact' then share.cost else 0 end,
    case when share.purpose = 'acquisition' then share.cost else 0 end,
  from warehouse.campaign_share as share
  join warehouse.campaign as campaign on campaign.campaign_id = share.campaign_id
),
monthly as (
  select
    cast(month as date) as month,
    sum(cost_to_serve) as cost_to_serve,
    sum(campaign_cost) as campaign_cost,
    sum(acquisition_cost) as acquisition_cost,
  from cost
  group by cast(month as date)
),
served as (
  select
    'month' as dimension,
    month is not null as is_attributed,
    coalesce(cast(month as varchar), '') as member,
    cost_to_serve,
    campaign_cost,
    acquisition_cost,
  from monthly
  union all
  select others.dimension, false, '', sum(cost_to_serve), sum(campaign_cost), sum(acquisition_cost)
  from monthly
  cross join (values ('category'), ('product'), ('channel'), ('sales_rep')) as others (dimension)
  group by others.dimension
),
account as (
  select
    coalesce(sold.dimension, served.dimension) as dimension,
    coalesce(sold.is_attributed, served.is_attributed) as is_attributed,
    coalesce(sold.member, served.member) as member,
    cast(coalesce(sold.lines, 0) as bigint) as lines,
    coalesce(sold.quantity, 0) as quantity,
    coalesce(sold.revenue, 0) as revenue,
    coalesce(sold.returns, 0) as returns,
    coalesce(sold.discounts, 0) as discounts,
    coalesce(sold.net_revenue, 0) as net_revenue,
    coalesce(sold.shipping_charged, 0) as shipping_charged,
    coalesce(sold.cost_of_goods, 0) as cost_of_goods,
    coalesce(sold.gross_margin, 0) as gross_margin,
    coalesce(sold.fulfilment, 0) as fulfilment,
    coalesce(sold.return_handling, 0) as return_handling,
    coalesce(sold.contribution_margin, 0) as contribution_margin,
    case when sold.dimension is null or sold.dimension = 'month' then coalesce(served.cost_to_serve, 0) end as cost_to_serve,
    case when sold.dimension is null or sold.dimension = 'month' then coalesce(served.campaign_cost, 0) end as campaign_cost,
    case when sold.dimension is null or sold.dimension = 'month' then coalesce(served.acquisition_cost, 0) end
      as acquisition_cost,
    coalesce(sold.revenue_without_cost, 0) as revenue_without_cost,
    cast(coalesce(sold.lines_without_cost, 0) as bigint) as lines_without_cost,
  from sold
  full join served
    on served.dimension = sold.dimension and served.is_attributed = sold.is_attributed and served.member = sold.member
)
select
  dimension, -- category, product, channel, sales_rep or month
  is_attributed, -- false: what contacts and campaigns cost, which belong to customers; by month: campaigns whose first day nobody told
  member, -- of a month, its first day; '': no product, nobody, or not attributed
  lines, -- sold and returned
  quantity, -- units sold less units returned
  revenue, -- gross of sold lines, before discount, without tax
  returns, -- gross of returned lines, as a positive number
  discounts, -- on sold lines less those on returned lines
  net_revenue, -- revenue - returns - discounts
  shipping_charged, -- what customers paid for it
  cost_of_goods, -- of lines with a known cost, that of returned goods taken off
  gross_margin, -- net revenue + shipping charged - cost of goods
  fulfilment,
  return_handling, -- of fulfilment
  contribution_margin, -- gross margin - fulfilment
  cost_to_serve, -- of a month, of its contacts; null: belongs to customers, see the row that is not attributed
  campaign_cost, -- of a month, of the campaigns that began in it
  acquisition_cost, -- of a month, of the campaigns that began in it and that customers came by
  contribution_margin - cost_to_serve - campaign_cost - acquisition_cost as profit, -- null: the account ends at the contribution margin
  revenue_without_cost, -- net revenue of lines whose cost is unknown
  lines_without_cost, -- lines whose cost is unknown
  cast(net_revenue as double) / nullif(cast(sum(net_revenue) over (partition by dimension) as double), 0) as net_revenue_share, -- of all of the dimension
  cast(gross_margin as double) / nullif(cast(sum(gross_margin) over (partition by dimension) as double), 0)
    as gross_margin_share, -- of all of the dimension
  cast(contribution_margin as double) / nullif(cast(sum(contribution_margin) over (partition by dimension) as double), 0)
    as contribution_margin_share, -- of all of the dimension
from account
