-- marts.customer_outlook: what each active customer will bring if they stay, and how likely they are to leave: all that priorities know of the future
-- grain: customer_id
-- reads: features.customer_status, features.customer_rfm, marts.customer_profit, scores.repurchase, scores.clv, models.clv
-- not null: horizon_days, value_to_come, leaving_probability, value_basis, risk_basis, is_margin
-- holds: leaving_probability between 0 and 1
with
used as (
  select horizon_days, margin, is_margin
  from models.clv
  where is_used
),
goods as (
  select coalesce(sum(lines) > sum(lines_without_cost), false) as have_costs
  from marts.customer_profit
),
valued as (
  select
    score.customer_id,
    score.p_alive,
    case when score.p_alive > 0 then score.discounted_purchases / score.p_alive * score.expected_spend * used.margin end
      as value_if_alive,
    used.horizon_days,
    used.is_margin,
  from scores.clv as score
  cross join used
),
active as (
  select
    status.customer_id,
    repurchase.probability as repurchase_probability,
    valued.p_alive,
    valued.value_if_alive,
    valued.horizon_days,
    valued.is_margin,
    cast(profit.profit + profit.acquisition_cost as double) as brought,
    cast(profit.cost_to_serve + profit.campaign_cost as double) as serving,
    case when rfm.tenure_days > 365 then rfm.tenure_days else 365 end as paced_days,
  from features.customer_status as status
  join features.customer_rfm as rfm on rfm.customer_id = status.customer_id
  join marts.customer_profit as profit on profit.customer_id = status.customer_id
  left join scores.repurchase as repurchase on repurchase.customer_id = status.customer_id
  left join valued on valued.customer_id = status.customer_id
  where status.lifecycle in ('new', 'repeating')
)
select
  active.customer_id,
  coalesce(case when active.value_if_alive is not null then active.horizon_days end, 365) as horizon_days, -- of the value to come
  cast(
    case
      when active.value_if_alive is not null
        then active.value_if_alive - active.serving * active.horizon_days / active.paced_days
      else active.brought * 365 / active.paced_days
    end
    as decimal(18, 4)
  ) as value_to_come, -- if they stay: by lifetime value, that of a customer who is alive, less contacts and campaigns at the pace so far; else profit before acquisition × 365 / days since the first purchase, 365 at least
  cast(
    case when active.repurchase_probability is not null then 1 - active.repurchase_probability else 1 - active.p_alive end
    as decimal(9, 6)
  ) as leaving_probability, -- not to buy again within the days of the pipeline; else not to be a customer any more
  case when active.value_if_alive is not null then 'lifetime value' else 'pace so far' end as value_basis, -- what the value to come is by: lifetime value, or the pace so far
  case when active.repurchase_probability is not null then 'repurchase' else 'p_alive' end as risk_basis, -- the probability that the other one is one less of
  case when active.value_if_alive is not null then active.is_margin else goods.have_costs end as is_margin, -- false: no cost of goods is known, and the value is in spend
from active
cross join goods
where active.repurchase_probability is not null or active.p_alive is not null
