-- warehouse.customer_order: orders with their money, a sum over their lines
-- grain: order_id (grouped)
-- reads: warehouse.order_line, warehouse.setting, raw.returns
-- not null: purchased_at, purchased_on, is_purchase, marked_returned, channel, returned_cost, fulfilment, return_handling
-- holds: fulfilment >= return_handling
-- holds: net_amount = gross_amount - discount
-- holds: gross_amount = sold_amount - returned_amount
-- holds: lines >= return_lines and lines >= lines_without_cost
-- holds: (cost is null) = (lines = lines_without_cost)
-- totals: (select row(coalesce(sum(lines), 0), coalesce(sum(sold_amount), 0), coalesce(sum(returned_amount), 0), coalesce(sum(discount), 0), coalesce(sum(net_amount), 0), coalesce(sum(tax), 0), coalesce(sum(shipping), 0), coalesce(sum(cost), 0), coalesce(sum(net_amount_without_cost), 0)) from warehouse.customer_order) = (select row(count(*), coalesce(sum(case when is_return then 0 else gross_amount end), 0), coalesce(sum(case when is_return then -gross_amount else 0 end), 0), coalesce(sum(discount), 0), coalesce(sum(net_amount), 0), coalesce(sum(tax), 0), coalesce(sum(shipping), 0), coalesce(sum(cost), 0), coalesce(sum(case when cost is null then net_amount end), 0)) from warehouse.order_line)
with
orders as (
  select
    order_id,
    min(customer_id) as customer_id,
    min(customer_id) <> max(customer_id) as several,
    min(purchased_at) as purchased_at,
    min(channel) as channel,
    count(*) as lines,
    count(*) filter (where is_return) as return_lines,
    count(*) filter (where quantity > 0) as bought_lines,
    count(*) filter (where cost is null) as lines_without_cost,
    max(line_number) filter (where not is_return) as last_sold_line,
    max(line_number) filter (where is_return) as last_returned_line,
    sum(quantity) as quantity,
    sum(case when is_return then 0 else quantity end) as sold_quantity,
    sum(gross_amount) as gross_amount,
    sum(case when is_return then -gross_amount else 0 end) as returned_amount,
    sum(discount) as discount,
    sum(case when is_return then 0 else discount end) as sold_discount,
    sum(tax) as tax,
    sum(shipping) as shipping,
    sum(cost) as cost,
    sum(case when is_return then -coalesce(cost, 0) else 0 end) as returned_cost,
    sum(case when cost is null then net_amount else 0 end) as net_amount_without_cost,
  from warehouse.order_line
  group by order_id
),
returned as (
  select order_id
  from raw.returns
  where returned_on is null or returned_on <= (select as_of from warehouse.setting)
)
select
  orders.order_id,
  orders.customer_id, -- null: an anonymous order; where lines name several customers, the first by id
  coalesce(orders.several, false) as is_shared, -- its lines name several customers
  orders.purchased_at, -- of its first line
  cast(orders.purchased_at as date) as purchased_on, -- day of its first line
  orders.channel, -- of its lines, the first by name
  orders.bought_lines > 0 as is_purchase, -- has a line with a positive quantity
  returned.order_id is not null as marked_returned, -- in the list of returned orders; changes no amount
  orders.lines, -- sold and returned
  orders.return_lines, -- lines with a negative quantity
  orders.lines_without_cost, -- lines whose cost is unknown
  orders.last_sold_line, -- by line number, as text; null: there is none
  orders.last_returned_line, -- by line number, as text; null: there is none
  cast(orders.quantity as decimal(18, 4)) as quantity, -- units sold less units returned
  cast(orders.sold_quantity as decimal(18, 4)) as sold_quantity, -- units of lines that are no returns
  cast(orders.gross_amount + orders.returned_amount as decimal(18, 4)) as sold_amount, -- before discount, lines that are no returns
  cast(orders.returned_amount as decimal(18, 4)) as returned_amount, -- before discount, lines that are returns, as a positive number
  cast(orders.gross_amount as decimal(18, 4)) as gross_amount,
  cast(orders.discount as decimal(18, 4)) as discount, -- on sold lines less that on returned lines
  cast(orders.sold_discount as decimal(18, 4)) as sold_discount, -- on lines that are no returns
  cast(orders.gross_amount - orders.discount as decimal(18, 4)) as net_amount,
  cast(orders.net_amount_without_cost as decimal(18, 4)) as net_amount_without_cost, -- of the lines with unknown cost
  cast(orders.tax as decimal(18, 4)) as tax,
  cast(orders.shipping as decimal(18, 4)) as shipping,
  cast(orders.cost as decimal(18, 4)) as cost, -- of the lines with a known cost; null: none is known
  cast(orders.returned_cost as decimal(18, 4)) as returned_cost, -- of goods that came back, taken off the cost, as a positive number
  cast(
    case when orders.bought_lines > 0 then setting.fulfilment_per_order else 0 end
    + setting.fulfilment_per_line * (orders.lines - orders.return_lines)
    + case when orders.return_lines > 0 then setting.handling_per_return else 0 end
    as decimal(18, 4)
  ) as fulfilment, -- picking, packing and handling of returns, by the rates of the pipeline
  cast(case when orders.return_lines > 0 then setting.handling_per_return else 0 end as decimal(18, 4)) as return_handling, -- of fulfilment
from orders
cross join warehouse.setting as setting
left join returned on returned.order_id = orders.order_id
