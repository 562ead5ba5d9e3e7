-- marts.customer_outlook: what each active customer will bring if they stay, and how likely they are to leave: all that priorities know of the future
-- grain: customer_id
-- reads: features.customer_status, features.customer_rfm, marts.customer_profit, scores.repurchase, scores.clv, models.clv
-- not null: horizon_days, value_to_come, leaving_probability, risk_basis, basis, is_margin
-- holds: leaving_probability between 0 and 1
with
goods as (
  select coalesce(sum(lines) > sum(lines_without_cost), false) as have_costs
  from marts.customer_profit
),
account as (
  select
    customer_id,
    cast(profit + acquisition_cost as double) as brought,
    cast(cost_to_serve + campaign_cost as double) as serving,
  from marts.customer_profit
),
valued as (
  select
    score.customer_id,
    score.discounted_if_alive * score.expected_spend * score.margin as value_if_alive,
    case when model.family <> 'nbd' then 1 - score.p_alive end as gone_probability,
    score.overdue,
    model.horizon_days,
    model.is_margin,
  from scores.clv as score
  cross join models.clv as model
  where model.is_used
),
active as (
  select
    account.*,
    1 - repurchase.probability as stopping_probability,
    valued.value_if_alive,
    valued.gone_probability,
    valued.overdue,
    valued.horizon_days,
    valued.is_margin,
    goods.have_costs,
    case when rfm.tenure_days > 365 then rfm.tenure_days else 365 end as paced_days,
  from features.customer_status as status
  join features.customer_rfm as rfm on rfm.customer_id = status.customer_id
  join account on account.customer_id = status.customer_id
  cross join goods
  left join scores.repurchase as repurchase on repurchase.customer_id = status.customer_id
  left join valued on valued.customer_id = status.customer_id
  where status.lifecycle in ('new', 'repeating')
)
select
  customer_id,
  coalesce(horizon_days, 365) as horizon_days, -- of the value to come
  cast(
    case
      when value_if_alive is not null then value_if_alive - serving * horizon_days / paced_days
      else brought * 365 / paced_days
    end
    as decimal(18, 4)
  ) as value_to_come, -- if they stay. Lifetime value: discounted purchases of one who is a customer for certain × spend × margin (their own where costs are known, see scores.clv), less contacts and campaigns at the pace so far. Pace so far: profit before acquisition × 365 / days since the first purchase, 365 at least
  cast(
    case when value_if_alive is not null then coalesce(gone_probability, stopping_probability, overdue) else stopping_probability end
    as decimal(9, 6)
  ) as leaving_probability, -- lifetime value: not to be a customer any more; where its model knows nobody who stops, as pace so far, or else overdue of scores.clv; pace so far: not to buy again within the days of the pipeline
  case
    when value_if_alive is null then 'repurchase'
    when gone_probability is not null then 'p_alive'
    when stopping_probability is not null then 'repurchase'
    else 'overdue'
  end as risk_basis, -- of the leaving probability: p_alive (1 - it: who has left for good), repurchase (1 - its probability) or overdue (of scores.clv); the last two count nobody as gone
  case when value_if_alive is not null then 'lifetime value' else 'pace so far' end as basis, -- of the value to come
  coalesce(is_margin, have_costs) as is_margin, -- false: no cost of goods is known, and the value is in spend
from active
where value_if_alive is not null or stopping_probability is not null
