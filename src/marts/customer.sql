-- marts.customer: what people read about each customer and prospect: identity, consent, segment, habits, profit
-- grain: customer_id
-- reads: warehouse.customer, features.customer, features.customer_status, marts.customer_profit, marts.account_priority, scores.clv, scores.rfm, scores.segment, scores.likely_segment, scores.repurchase, segments.segment, scores.next_product, models.next_product_words, warehouse.product, features.customer_reach, scores.lookalike
-- not null: is_prospect, net_revenue, profit
-- totals: (select count(*) from marts.customer) = (select count(*) from warehouse.customer)
-- totals: (select coalesce(sum(profit), 0) from marts.customer) = (select coalesce(sum(profit), 0) from marts.customer_profit where customer_id <> '')
select
  customer.customer_id,
  customer.name,
  customer.first_name, -- null: not known apart
  customer.last_name,
  customer.email,
  customer.phone,
  customer.city,
  customer.postal_code,
  customer.region,
  customer.country,
  customer.language,
  customer.gender,
  customer.birth_date,
  feature.age_years,
  customer.annual_income,
  customer.acquired_on,
  customer.acquisition_source,
  customer.acquisition_medium,
  customer.acquisition_campaign,
  customer.referrer,
  coalesce(customer.email_opt_in, false) as email_opt_in, -- null in the source counts as no
  coalesce(customer.phone_opt_in, false) as phone_opt_in,
  coalesce(customer.sms_opt_in, false) as sms_opt_in,
  coalesce(customer.post_opt_in, false) as post_opt_in,
  coalesce(customer.ads_opt_in, false) as ads_opt_in,
  customer.has_email, -- can be written to, consent apart
  customer.has_phone, -- can be called and sent text messages
  customer.has_post, -- can be sent letters
  customer.is_listed, -- false: seen in order lines or interactions only
  feature.is_prospect, -- no purchase up to the as-of day
  assigned.segment, -- code; null: none
  segment.name as segment_name, -- in plain words
  assigned.second_segment, -- the next nearest
  rfm.recency_score, -- the highest is best
  rfm.frequency_score,
  rfm.monetary_score,
  rfm.rfm_cell, -- the three scores: 555
  rfm.rfm_score, -- weighted mean of the three, on a scale of 1 to the number of scores
  rfm.rfm_segment,
  status.usage_class, -- heavy, medium, light: thirds of the buyers by orders; zero: never bought
  status.lifecycle, -- new, repeating, lapsed, prospect
  likely.segment as likely_segment, -- of a prospect: the one they will most likely join
  likely_segment.name as likely_segment_name, -- in plain words
  likely.probability as likely_segment_probability, -- to join it
  lookalike.probability as lookalike_probability, -- of a prospect: to be one of those to be resembled, once they buy (lookalike of the pipeline); null: there is no such rank
  lookalike.rank as lookalike_rank, -- 1: the highest; null: not likelier than any buyer
  lookalike.reason as lookalike_reason, -- what speaks most for it
  repurchase.probability as repurchase_probability, -- to buy again within the days of the pipeline; null: prospect, lapsed, or not foretold
  1 - repurchase.probability as churn_probability, -- not to
  priority.rank as priority_rank, -- 1: to be kept first; null: nothing is foretold of them
  priority.reason as priority_reason, -- in plain words
  priority.value_to_come, -- if they stay
  priority.retention_budget, -- what keeping them may cost; null: nothing is foretold, or no cost of goods is known
  clv.p_alive, -- to be a customer still; null: prospect, or not valued
  clv.expected_purchases, -- in the horizon of the pipeline
  clv.expected_spend, -- of one of them
  clv.lifetime_value, -- of the horizon, discounted, in margin where costs are known (models.clv)
  clv.due_on, -- half of such customers have bought again by then; null: beyond the horizon
  clv.next_purchase_on, -- half of those who still are customers will have bought by then; null: beyond the horizon
  clv.overdue, -- share of such customers who would have bought again by now
  next_product.product_id as next_product_id, -- to be offered first; null: nothing is foretold of them
  coalesce(offered.name, next_product.product_id) as next_product, -- its name
  words.before || case when next_product.reason = 'together' then coalesce(basis.name, next_product.basis_product_id) else '' end || words.after
    as next_product_reason, -- in plain words
  feature.first_purchased_on,
  feature.last_purchased_on,
  feature.recency_days, -- 1 = bought on the as-of day
  feature.frequency, -- orders with a purchase
  feature.monetary, -- net amount, returns taken off
  feature.tenure_days, -- since the first purchase
  feature.lines,
  feature.products, -- different products bought
  feature.quantity_per_order,
  feature.mean_order_value,
  feature.discount_share,
  feature.return_share,
  feature.purchase_interval_days,
  feature.weekend_share,
  feature.evening_share,
  feature.usual_weekday, -- 1 = Monday … 7 = Sunday
  feature.usual_hour,
  feature.favourite_category,
  feature.favourite_category_share,
  feature.favourite_channel,
  reach.best_channel, -- email, phone, post or sms: what they answer to most likely, of what they have opted in to; null: never asked, or none is allowed
  reach.best_channel_rate, -- probability of an answer
  reach.best_weekday, -- on which they are most likely active; 1 = Monday … 7 = Sunday
  reach.best_hour, -- 0 to 23, local time
  feature.contacts,
  feature.complaints,
  feature.complaints_open, -- without an outcome, or with one that says open
  feature.opinion, -- mean score of what they said, from -1, very bad, to 1, very good; null: nothing
  feature.opinion_trend, -- of the last 180 days less that of before; null: fewer than two of either
  feature.last_opinion_on, -- day of the last contact with a score
  feature.last_contacted_on,
  feature.days_since_contact,
  profit.revenue,
  profit.returns,
  profit.discounts,
  profit.net_revenue,
  profit.shipping_charged,
  profit.cost_of_goods,
  profit.gross_margin,
  profit.fulfilment,
  profit.cost_to_serve,
  profit.campaign_cost,
  profit.acquisition_cost,
  profit.profit,
  profit.revenue_without_cost,
  profit.lines_without_cost,
from warehouse.customer as customer
join features.customer as feature on feature.customer_id = customer.customer_id
join features.customer_status as status on status.customer_id = customer.customer_id
join features.customer_reach as reach on reach.customer_id = customer.customer_id
join marts.customer_profit as profit on profit.customer_id = customer.customer_id
left join marts.account_priority as priority on priority.customer_id = customer.customer_id
left join scores.clv as clv on clv.customer_id = customer.customer_id
left join scores.rfm as rfm on rfm.customer_id = customer.customer_id
left join scores.segment as assigned on assigned.customer_id = customer.customer_id
left join segments.segment as segment on segment.segment = assigned.segment
left join scores.likely_segment as likely on likely.customer_id = customer.customer_id
left join segments.segment as likely_segment on likely_segment.segment = likely.segment
left join scores.repurchase as repurchase on repurchase.customer_id = customer.customer_id
left join scores.next_product as next_product on next_product.customer_id = customer.customer_id and next_product.rank = 1
left join warehouse.product as offered on offered.product_id = next_product.product_id
left join warehouse.product as basis on basis.product_id = next_product.basis_product_id
left join models.next_product_words as words
  on words.reason = next_product.reason and words.percent = case when next_product.share < 1 and next_product.share >= 0.995 then 99 else cast(floor(100 * next_product.share + 0.5) as integer) end
left join scores.lookalike as lookalike on lookalike.customer_id = customer.customer_id
