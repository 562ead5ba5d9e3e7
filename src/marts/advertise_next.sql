-- marts.advertise_next: where to look for new customers: origins that can be paid for, and apart from them those that cannot, by what one more person from there is worth at least, after what finding them costs
-- grain: dimension, member (as marts.origin)
-- reads: marts.origin
-- not null: people, is_enough, is_paid, reason
-- holds: is_enough = (rank is not null) and is_enough = (people >= 30)
with
known as (
  select origin.*, people >= 30 as is_enough, paid_people > 0 as is_paid
  from marts.origin as origin
  where member not in ('unknown', 'other')
)
select
  dimension, -- referrer, source, medium, campaign, email_domain or region
  member,
  case when is_enough then cast(row_number() over (
    partition by dimension, is_enough, is_paid
    order by expected_value_low desc nulls last, people desc, member
  ) as integer) end as rank, -- within the dimension and is_paid, by the lower end of the 95 % interval of the value per head after acquisition; null: too few people to tell
  people,
  is_enough, -- 30 people or more
  is_paid, -- more such people can be paid for: a place to advertise; elsewhere they come by themselves
  cast(profit as double) / cast(people as double) as profit_per_head, -- so far, after acquisition: as marts.group_profit has it
  expected_value,
  expected_value_low,
  expected_value_high, -- its upper end
  value_base,
  cost_per_head,
  value_to_cost,
  payback_months,
  observed_months,
  case
    when not is_enough then 'too_few'
    when expected_value_high < 0 then 'costs_more'
    when expected_value_low > value_base then 'better'
    when expected_value_high < value_base then 'worse'
    else 'alike'
  end as reason, -- too_few: fewer than 30 people; costs_more: the whole interval is below 0; better, worse: the whole interval is above or below everybody; else alike
from known
