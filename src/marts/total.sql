-- marts.total: the company in one row, as of the as-of day
-- grain: one row
-- reads: warehouse.setting, warehouse.customer_order, warehouse.interaction, warehouse.product, features.customer, marts.group_profit
-- not null: as_of, currency, customers, buyers, prospects, orders, lines, net_revenue, profit
-- holds: customers = buyers + prospects
-- holds: profit = revenue - returns - discounts + shipping_charged - cost_of_goods - fulfilment - cost_to_serve - campaign_cost - acquisition_cost
-- totals: (select net_revenue from marts.total) = (select coalesce(sum(net_amount), 0) from warehouse.customer_order)
-- totals: (select lines from marts.total) = (select count(*) from warehouse.order_line)
with
orders as (
  select
    count(*) filter (where is_purchase) as orders,
    count(*) filter (where return_lines > 0) as orders_with_returns,
    count(*) filter (where marked_returned) as orders_marked_returned,
    count(*) filter (where is_shared) as orders_shared,
    count(*) filter (where is_purchase and customer_id is null) as anonymous_orders,
    coalesce(sum(return_lines), 0) as return_lines,
    coalesce(sum(case when customer_id is null then lines end), 0) as anonymous_lines,
    coalesce(sum(case when customer_id is null then net_amount end), 0) as anonymous_net_revenue,
    min(case when is_purchase then purchased_on end) as first_purchased_on,
    max(case when is_purchase then purchased_on end) as last_purchased_on,
  from warehouse.customer_order
),
customers as (
  select count(*) as customers, count(*) filter (where is_prospect) as prospects
  from features.customer
),
contacts as (
  select count(*) as contacts
  from warehouse.interaction
),
products as (
  select count(*) as products, count(*) filter (where not is_listed) as products_unlisted
  from warehouse.product
)
select
  setting.as_of,
  setting.currency,
  setting.time_zone,
  setting.look_back_days, -- before an order in which a contact may have led to it
  customers.customers, -- customers and prospects
  customers.customers - customers.prospects as buyers, -- with a purchase
  customers.prospects, -- without a purchase
  products.products,
  products.products_unlisted, -- seen in order lines only
  contacts.contacts,
  orders.orders, -- with a purchase
  orders.anonymous_orders, -- with a purchase, of no known customer
  orders.orders_with_returns, -- with lines that came back
  orders.orders_marked_returned, -- in the list of returned orders; changes no amount
  orders.orders_shared, -- their lines name several customers; each counts for the first by id
  orders.first_purchased_on, -- day of the first order
  orders.last_purchased_on, -- day of the last order
  everyone.lines,
  cast(orders.return_lines as bigint) as return_lines, -- of all lines
  cast(orders.anonymous_lines as bigint) as anonymous_lines, -- lines without a customer
  orders.anonymous_net_revenue, -- of lines without a customer
  everyone.revenue, -- gross of sold lines, before discount, without tax
  everyone.returns, -- gross of returned lines, as a positive number
  everyone.discounts, -- on sold lines less those on returned lines
  everyone.net_revenue, -- revenue - returns - discounts
  everyone.shipping_charged,
  everyone.cost_of_goods,
  everyone.gross_margin, -- net revenue + shipping charged - cost of goods
  everyone.fulfilment,
  everyone.cost_to_serve,
  everyone.campaign_cost,
  everyone.acquisition_cost,
  everyone.profit, -- gross margin - fulfilment - cost to serve - campaign cost - acquisition cost
  everyone.revenue_without_cost, -- net revenue of lines whose cost is unknown
  everyone.lines_without_cost,
from warehouse.setting as setting
cross join orders
cross join customers
cross join contacts
cross join products
join marts.group_profit as everyone on everyone.dimension = 'all'
