-- features.customer_opinion: what each customer and prospect said of us, of late and before, and what they still wait for
-- grain: customer_id
-- reads: warehouse.customer, warehouse.interaction, warehouse.opinion, warehouse.setting
-- not null: opinions, complaints_open
-- holds: (opinions = 0) = (opinion is null) and (opinions = 0) = (last_opinion_on is null)
-- holds: opinion is null or opinion between -1 and 1
-- holds: opinion_trend is null or opinion_trend between -2 and 2
-- totals: (select coalesce(sum(opinions), 0) from features.customer_opinion) = (select count(*) from warehouse.opinion where customer_id is not null)
with
opinions as (
  select
    opinion.customer_id,
    count(*) as opinions,
    sum(opinion.score) as score,
    count(*) filter (where opinion.occurred_on > setting.as_of - 180) as late_opinions,
    coalesce(sum(opinion.score) filter (where opinion.occurred_on > setting.as_of - 180), 0) as late_score,
    max(opinion.occurred_on) as last_opinion_on,
  from warehouse.opinion as opinion
  cross join warehouse.setting as setting
  where opinion.customer_id is not null
  group by opinion.customer_id
),
complaints as (
  select customer_id, count(*) as complaints_open
  from warehouse.interaction
  where
    customer_id is not null
    and kind = 'complaint'
    and (
      coalesce(trim(outcome), '') = ''
      or lower(trim(outcome)) in (
        'open', 'new', 'pending', 'waiting', 'in progress', 'unsolved', 'unresolved', 'reopened',
        'abierta', 'abierto', 'pendiente', 'en curso', 'irekita', 'zain', 'פתוח', 'פתוחה', 'ממתין', 'בטיפול'
      )
    )
  group by customer_id
)
select
  customer.customer_id,
  cast(coalesce(opinions.opinions, 0) as integer) as opinions, -- contacts with a score
  cast(opinions.score as double) / cast(opinions.opinions as double) as opinion, -- mean score, from -1 to 1; null: nothing was said
  case
    when opinions.late_opinions >= 2 and opinions.opinions - opinions.late_opinions >= 2 then
      cast(opinions.late_score as double) / cast(opinions.late_opinions as double)
      - cast(opinions.score - opinions.late_score as double) / cast(opinions.opinions - opinions.late_opinions as double)
  end as opinion_trend, -- mean score of the last 180 days less that of before; null: fewer than two of either
  opinions.last_opinion_on, -- day of the last contact with a score
  cast(coalesce(complaints.complaints_open, 0) as integer) as complaints_open, -- complaints without an outcome, or with one that says open
from warehouse.customer as customer
left join opinions on opinions.customer_id = customer.customer_id
left join complaints on complaints.customer_id = customer.customer_id
