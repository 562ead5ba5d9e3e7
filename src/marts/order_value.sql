-- marts.order_value: what one more order of each customer and prospect should leave, and what is left of the value of the customer
-- grain: customer_id (as marts.customer)
-- reads: marts.customer, features.customer_margin, models.clv
-- not null: alive_probability
-- holds: alive_probability between 0 and 1
-- totals: (select count(*) from marts.order_value) = (select count(*) from marts.customer)
with
segment_margin as (
  select customer.segment, cast(sum(margin.order_margin) as double) / count(*) as order_margin
  from features.customer_margin as margin
  join marts.customer as customer on customer.customer_id = margin.customer_id
  where customer.segment is not null
  group by customer.segment
),
base as (
  select max(base_margin) as order_margin
  from features.customer_margin
),
model as (
  select max(case when is_used then horizon_days end) as horizon_days
  from models.clv
)
select
  customer.customer_id,
  cast(
    case
      when margin.order_margin is not null then margin.order_margin
      when segment_margin.order_margin is not null
        then customer.likely_segment_probability * segment_margin.order_margin
          + (1 - customer.likely_segment_probability) * cast(base.order_margin as double)
      else base.order_margin
    end
    as decimal(18, 4)
  ) as order_margin, -- of a buyer: features.customer_margin; of a prospect: that of the segment they resemble, as likely as they do, else that of everybody; null: nobody has bought
  case when model.horizon_days is null or customer.p_alive is null then 1 else customer.p_alive end as alive_probability, -- to be a customer still; 1 where nobody is valued, and of a prospect
  case when model.horizon_days is not null then customer.lifetime_value end as value_left, -- lifetime value; null: not valued
  case when model.horizon_days is not null then customer.expected_purchases / model.horizon_days end
    as purchases_a_day, -- expected of them without any campaign; null: not valued
from marts.customer as customer
cross join base
cross join model
left join features.customer_margin as margin on margin.customer_id = customer.customer_id
left join segment_margin on segment_margin.segment = customer.likely_segment
