-- marts.customer_outlook: what each active customer brings in a year if they stay, and how likely they are to leave: all that priorities know of the future
-- grain: customer_id
-- reads: marts.customer_profit, features.customer_rfm, scores.repurchase
-- not null: value_to_come, leaving_probability, basis
-- holds: leaving_probability between 0 and 1
select
  profit.customer_id,
  365 as horizon_days, -- of the value to come
  cast(
    cast(profit.profit + profit.acquisition_cost as double) * 365
    / case when rfm.tenure_days > 365 then rfm.tenure_days else 365 end
    as decimal(18, 4)
  ) as value_to_come, -- if they stay, at the pace so far: profit before acquisition × 365 / days since the first purchase, 365 at least
  cast(1 - repurchase.probability as decimal(9, 6)) as leaving_probability, -- not to buy again within the days of the pipeline
  'repurchase' as basis, -- the model that the probability is from; the pace so far is no model
from scores.repurchase as repurchase
join marts.customer_profit as profit on profit.customer_id = repurchase.customer_id
join features.customer_rfm as rfm on rfm.customer_id = repurchase.customer_id
