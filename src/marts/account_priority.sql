-- marts.account_priority: which customers to keep first: value now × value to come × risk, and what one may spend to keep each. Risk is the leaving probability; where that is of having left for good (1 - P(alive)), it is times P(alive): who has left for certain can no longer be kept
-- grain: customer_id
-- reads: marts.customer_outlook, warehouse.customer_order, warehouse.interaction, warehouse.setting
-- not null: value_now, value_to_come, leaving_probability, risk_basis, value_at_risk, priority, rank, reason
-- holds: priority >= 0 and coalesce(retention_budget, 0) >= 0 and rank >= 1
-- totals: (select count(*) from marts.account_priority) = (select count(*) from marts.customer_outlook)
with
orders as (
  select customer_id, sum(net_amount + shipping - coalesce(cost, 0) - fulfilment) as amount
  from warehouse.customer_order
  where date_diff('day', purchased_on, (select as_of from warehouse.setting)) < 365
  group by customer_id
),
contacts as (
  select customer_id, sum(contact_cost) as cost
  from warehouse.interaction
  where date_diff('day', occurred_on, (select as_of from warehouse.setting)) < 365
  group by customer_id
),
valued as (
  select
    outlook.customer_id,
    cast(coalesce(orders.amount, 0) - coalesce(contacts.cost, 0) as decimal(18, 4)) as value_now,
    outlook.value_to_come,
    outlook.leaving_probability,
    outlook.risk_basis,
    cast(
      outlook.leaving_probability * case when outlook.risk_basis = 'p_alive' then 1 - outlook.leaving_probability else 1 end
      as decimal(9, 6)
    ) as risk,
    outlook.horizon_days,
    outlook.basis,
    outlook.is_margin,
    setting.saved_share,
    setting.required_return,
  from marts.customer_outlook as outlook
  cross join warehouse.setting as setting
  left join orders on orders.customer_id = outlook.customer_id
  left join contacts on contacts.customer_id = outlook.customer_id
),
usual as (
  select
    cast(sum(case when value_now > 0 then value_now end) as double) / count(*) filter (where value_now > 0) as value_now,
    cast(sum(case when value_to_come > 0 then value_to_come end) as double) / count(*) filter (where value_to_come > 0)
      as value_to_come,
    cast(sum(risk) as double) / nullif(count(*) filter (where risk > 0), 0) as risk,
  from valued
),
weighed as (
  select
    valued.*,
    case
      when valued.value_now > 0 and valued.value_to_come > 0 and valued.risk > 0
        then cast(
          100 * cbrt(
            cast(valued.value_now as double) / usual.value_now
            * cast(valued.value_to_come as double) / usual.value_to_come
            * cast(valued.risk as double) / usual.risk
          ) as decimal(18, 4)
        )
      else 0
    end as priority,
    case
      when valued.value_now >= 0 and valued.value_to_come > 0
        then cast(valued.value_to_come * valued.risk as decimal(18, 4))
      else 0
    end as value_at_risk,
    cast(valued.value_to_come as double) >= usual.value_to_come as is_worth_much,
    valued.risk > 0 and cast(valued.risk as double) >= usual.risk as is_at_risk,
  from valued
  cross join usual
)
select
  customer_id,
  value_now, -- of the last 365 days: net revenue + shipping charged - cost of goods - fulfilment - cost to serve
  value_to_come, -- in the days of the horizon, if they stay; see marts.customer_outlook
  horizon_days,
  leaving_probability, -- see marts.customer_outlook
  risk_basis, -- what that is of: p_alive, repurchase or overdue
  value_at_risk, -- value to come × risk: leaving probability, × (1 - leaving probability) where its basis is p_alive; 0 where the value to come is not above 0, or the value now below it
  case
    when is_margin
      then cast(
        cast(value_at_risk as double) * cast(saved_share as double) / (1 + cast(required_return as double)) as decimal(18, 4)
      )
  end as retention_budget, -- what keeping them may cost: value at risk × share of those leaving who can be kept / (1 + required return), by the pipeline; null: no cost of goods is known, and spend is no value
  priority, -- 100 × cube root of value now × value to come × risk, each divided by its mean (of those above 0): 100 is the usual account; 0 where one of them is not above 0
  row_number() over (order by priority desc, value_at_risk desc, customer_id) as rank, -- 1 first
  case
    when value_to_come <= 0 then 'will cost more than they bring'
    when value_now < 0 then 'cost more than they brought in the last year'
    when value_now = 0 then 'brought nothing in the last year'
    when risk_basis = 'p_alive' and leaving_probability > 0.5 and not is_at_risk then 'probably gone already'
    when is_worth_much and is_at_risk then 'worth more than usual, and likelier than usual to leave'
    when is_worth_much then 'worth more than usual, and less likely than usual to leave'
    when is_at_risk then 'worth less than usual, and likelier than usual to leave'
    else 'worth less than usual, and less likely than usual to leave'
  end as reason, -- usual: the mean of these customers, of what is above 0; likelier to leave: of at least the usual risk; gone: of less than that, since P(alive) is so low
  basis,
  is_margin,
from weighed
