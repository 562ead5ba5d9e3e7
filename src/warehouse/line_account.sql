-- warehouse.line_account: order lines, each with its part of the fulfilment of its order
-- grain: order_id, line_number (as warehouse.order_line)
-- kept as: view
-- reads: warehouse.order_line, warehouse.customer_order, warehouse.setting
with
shared as (
  select
    line.*,
    case
      when line.is_return then line.line_number = orders.last_returned_line
      else line.line_number = orders.last_sold_line
    end as is_last, -- of the sold or returned lines of its order, by line number
    case when line.is_return then orders.return_lines else orders.lines - orders.return_lines end as sharers, -- lines that share the rate
    cast(
      10000 * case
        when line.is_return then setting.handling_per_return
        when orders.is_purchase then setting.fulfilment_per_order
        else 0
      end as bigint
    ) as units, -- the rate that is shared, in 1/10000
    case when line.is_return then 0 else setting.fulfilment_per_line end as own_part, -- the rate per line
  from warehouse.order_line as line
  join warehouse.customer_order as orders on orders.order_id = line.order_id
  cross join warehouse.setting as setting
)
select
  shared.*,
  own_part + cast(cast(units // sharers + case when is_last then units % sharers else 0 end as double) / 10000 as decimal(18, 4))
    as fulfilment, -- sold: the rate per line and an equal part of the rate per order; returned: an equal part of the handling; in 1/10000, what does not divide is of the last line by its number
from shared
