-- marts.rfm_grid: customers and money by recency score and frequency score
-- grain: recency_score, frequency_score (grouped)
-- reads: marts.customer
-- not null: customers, monetary, profit
-- totals: (select coalesce(sum(customers), 0) from marts.rfm_grid) = (select count(*) from marts.customer where recency_score is not null)
select
  recency_score, -- the highest is best
  frequency_score,
  count(*) as customers, -- with these scores
  sum(monetary) as monetary, -- net amount, returns taken off
  sum(profit) as profit,
from marts.customer
where recency_score is not null
group by recency_score, frequency_score
