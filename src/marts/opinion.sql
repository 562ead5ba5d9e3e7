-- marts.opinion: what customers say, in all and by segment, product, category, channel and month
-- grain: dimension, member
-- reads: warehouse.opinion, warehouse.order_line, warehouse.product, scores.segment
-- not null: dimension, member, opinions, people, opinion
-- holds: people <= opinions
-- holds: (p_value is null) = (adjusted_p is null) and (p_value is null or adjusted_p between 0 and 1)
-- holds: by_words <= opinions and negative + neutral + positive = opinions and opinion between -1 and 1
-- holds: dimension in ('all', 'segment', 'product', 'category', 'channel', 'month')
-- totals: (select coalesce(max(opinions), 0) from marts.opinion where dimension = 'all') = (select count(*) from warehouse.opinion)
-- totals: (select coalesce(sum(opinions), 0) from marts.opinion where dimension = 'channel') = (select count(*) from warehouse.opinion)
-- totals: (select coalesce(sum(opinions), 0) from marts.opinion where dimension = 'month') = (select count(*) from warehouse.opinion)
with
-- What was bought last before the opinion, and not long before: most likely it is about that.
latest as (
  select opinion.interaction_id, max(line.purchased_at) as purchased_at
  from warehouse.opinion as opinion
  join warehouse.order_line as line
    on line.customer_id = opinion.customer_id
    and not line.is_return
    and line.purchased_at <= opinion.occurred_at
    and line.purchased_on >= opinion.occurred_on - 60
  group by opinion.interaction_id
),
about as (
  select distinct opinion.interaction_id, opinion.customer_id as person, opinion.score, line.product_id, line.category, opinion.is_given
  from warehouse.opinion as opinion
  join latest on latest.interaction_id = opinion.interaction_id
  join warehouse.order_line as line
    on line.customer_id = opinion.customer_id
    and line.purchased_at = latest.purchased_at
    and not line.is_return
),
heard as (
  select customer_id, occurred_on, channel, score, is_given, coalesce(customer_id, '/' || interaction_id) as person
  from warehouse.opinion
),
said as (
  select 'all' as dimension, '' as member, person, score, is_given from heard
  union all
  select 'segment', assigned.segment, opinion.person, opinion.score, opinion.is_given
  from heard as opinion
  join scores.segment as assigned on assigned.customer_id = opinion.customer_id
  where assigned.segment is not null
  union all
  select 'product', product_id, person, score, is_given
  from about
  where product_id is not null
  union all
  select 'category', category, person, score, is_given
  from (select distinct interaction_id, person, category, score, is_given from about) as of_category
  union all
  select 'channel', channel, person, score, is_given from heard
  union all
  select 'month', strftime(occurred_on, '%Y-%m'), person, score, is_given from heard
),
of_person as (
  select
    dimension,
    member,
    count(*) as opinions,
    sum(score) as score,
    sum(cast(score as decimal(9, 4)) * cast(score as decimal(9, 4))) as square,
    count(*) filter (where score < -1.0 / 3) as negative,
    count(*) filter (where score between -1.0 / 3 and 1.0 / 3) as neutral,
    count(*) filter (where score > 1.0 / 3) as positive,
    count(*) filter (where not is_given) as by_words,
  from said
  group by dimension, member, person
),
summed as (
  select
    dimension,
    member,
    count(*) as people,
    sum(opinions) as opinions,
    sum(opinions * opinions) as repeated,
    sum(score) as score,
    sum(square) as square,
    sum(negative) as negative,
    sum(neutral) as neutral,
    sum(positive) as positive,
    sum(by_words) as by_words,
  from of_person
  group by dimension, member
),
product as (
  select 'product' as dimension, product_id as member, name, category from warehouse.product
),
everything as (
  select
    cast(score as double) / cast(opinions as double) as opinion,
    cast(opinions * square - score * score as double) / (cast(opinions as double) * cast(nullif(opinions - 1, 0) as double)) as variance,
  from summed
  where dimension = 'all'
),
-- those of 10 people or more are held against all; what one person says again and again is one opinion (effective sample size; Kish 1965)
tested as (
  select
    compared.*,
    case when dimension <> 'all' and people >= 10 then normal_beyond(z) end as p_value,
  from (
    select
      summed.*,
      (cast(summed.score as double) / cast(summed.opinions as double) - everything.opinion)
      / sqrt(nullif(everything.variance, 0) * cast(summed.repeated as double)) * cast(summed.opinions as double) as z,
    from summed
    cross join everything
  ) as compared
),
placed as (
  select
    tested.*,
    row_number() over (partition by dimension, p_value is null order by p_value nulls last, member) as place,
    count(p_value) over (partition by dimension) as tests,
  from tested
)
select
  summed.dimension, -- all, segment, product, category, channel or month
  summed.member, -- code of the segment, id of the product, name of the category or channel, month like 2026-01; of all: empty
  product.name as product_name, -- of a product
  product.category as product_category, -- of a product
  cast(summed.opinions as integer) as opinions, -- contacts with a score; of products and categories: within 60 days of buying them last, and one counts for all that was bought then
  cast(summed.people as integer) as people, -- who said it; of nobody known each opinion is of one
  cast(summed.score as double) / cast(summed.opinions as double) as opinion, -- mean score, from -1, very bad, to 1, very good
  summed.z, -- mean less that of all, in standard errors: sample deviation of all scores × sqrt(sum of squares of the opinions of each person) / opinions, as opinions of one person are one; null: all are alike
  summed.p_value, -- of so much more or less than all by chance, two-sided, by the normal distribution; null: fewer than 10 people, or z is
  case
    when summed.p_value is not null
      then min(case when summed.p_value * summed.tests < summed.place then summed.p_value * summed.tests / summed.place else 1 end) over (
        partition by summed.dimension, summed.p_value is null
        order by summed.place desc rows between unbounded preceding and current row
      )
  end as adjusted_p, -- for all members of the dimension that are tested (Benjamini & Hochberg 1995): of those with 0.05 or less, one in twenty at most is chance
  cast(summed.negative as integer) as negative, -- in the lowest third of the scale
  cast(summed.neutral as integer) as neutral, -- in the middle third
  cast(summed.positive as integer) as positive, -- in the highest third
  cast(summed.by_words as integer) as by_words, -- opinions whose score follows from the words of a text
from placed as summed
left join product on product.dimension = summed.dimension and product.member = summed.member
