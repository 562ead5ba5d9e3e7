-- features.customer_category: what each customer buys, by category
-- grain: customer_id, category (grouped)
-- reads: warehouse.order_line
-- not null: lines, net_amount
-- holds: share is null or share between 0 and 1
-- holds: (share > 0) is not distinct from (case when share is not null then net_amount > 0 end)
-- totals: (select coalesce(sum(net_amount), 0) from features.customer_category) = (select coalesce(sum(net_amount), 0) from warehouse.order_line where customer_id is not null)
with
amounts as (
  select
    customer_id,
    category,
    count(*) filter (where not is_return) as lines,
    sum(net_amount) as net_amount,
  from warehouse.order_line
  where customer_id is not null
  group by customer_id, category
),
customers as (
  select customer_id, sum(net_amount) as positive_amount
  from amounts
  where net_amount > 0
  group by customer_id
)
select
  amounts.customer_id,
  amounts.category,
  amounts.lines, -- returns left out
  cast(amounts.net_amount as decimal(18, 4)) as net_amount, -- returns taken off
  cast(case when amounts.net_amount > 0 then amounts.net_amount else 0 end as double)
  / cast(customers.positive_amount as double) as share, -- of the customer's positive net amounts; null: none is positive
from amounts
left join customers on customers.customer_id = amounts.customer_id
