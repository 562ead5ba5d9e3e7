-- features.customer_category: what each customer buys, by category
-- grain: customer_id, category (grouped)
-- reads: warehouse.order_line
-- not null: net_amount, lines, products
-- holds: share is null or share between 0 and 1
with
bought as (
  select
    customer_id,
    category,
    count(*) filter (where not is_return) as lines,
    count(distinct case when quantity > 0 then product_id end) as products,
    sum(net_amount) as net_amount,
  from warehouse.order_line
  where customer_id is not null
  group by customer_id, category
),
customers as (
  select customer_id, sum(case when net_amount > 0 then net_amount else 0 end) as positive_amount
  from bought
  group by customer_id
)
select
  bought.customer_id,
  bought.category,
  bought.lines, -- returns left out
  bought.products, -- different products bought
  cast(bought.net_amount as decimal(18, 4)) as net_amount, -- returns taken off
  cast(case when bought.net_amount > 0 then bought.net_amount else 0 end as double)
  / nullif(cast(customers.positive_amount as double), 0) as share, -- of the customer's positive net amounts; null: none is positive
from bought
join customers on customers.customer_id = bought.customer_id
