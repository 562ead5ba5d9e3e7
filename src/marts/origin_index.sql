-- marts.origin_index: how people from each origin compare with all people, drawn towards them where few are known (credibility; Bühlmann & Straub 1970)
-- grain: dimension, member, measure
-- reads: marts.origin_member
-- not null: people, amount, raw, base, strength, credibility, expected
-- holds: credibility between 0 and 1 and people >= 1
-- holds: low is null or (low <= expected and expected <= high)
with
measure (measure) as (
  values ('customers'), ('best_customers'), ('profit'), ('value')
),
counted as (
  select
    *,
    cast(round(profit * 100) as hugeint) as profit_cents,
    cast(round(value * 100) as hugeint) as value_cents,
  from marts.origin_member
),
grouped as (
  select
    dimension,
    member,
    count(*) as n,
    count(*) filter (where is_buyer) as customers,
    count(*) filter (where is_best) as best_customers,
    sum(profit_cents) as profit,
    sum(value_cents) as value,
    sum(profit_cents * profit_cents) as profit_squares,
    sum(value_cents * value_cents) as value_squares,
  from counted
  group by dimension, member
),
sums as (
  select
    grouped.dimension,
    grouped.member,
    measure.measure,
    cast(grouped.n as hugeint) as n,
    cast(case measure.measure
      when 'customers' then grouped.customers when 'best_customers' then grouped.best_customers
      when 'profit' then grouped.profit else grouped.value
    end as hugeint) as total,
    cast(case measure.measure
      when 'customers' then grouped.customers when 'best_customers' then grouped.best_customers
      when 'profit' then grouped.profit_squares else grouped.value_squares
    end as hugeint) as squares,
  from grouped
  cross join measure
),
-- squares of sums in 10⁻⁶, so that their quotients are sums of integers
whole as (
  select
    dimension,
    measure,
    cast(count(*) as double) as members,
    cast(sum(n) as double) as n,
    cast(sum(n * n) as double) as squared_sizes,
    cast(sum(total) as double) as total,
    cast(sum(squares) as double) as squares,
    cast(sum(total * total * 1000000 // n) as double) / 1000000 as explained,
  from sums
  group by dimension, measure
),
-- variance of people of one origin, and of the origins
varied as (
  select
    whole.*,
    total / n as base,
    case when n > members then (squares - explained) / (n - members) else 0 end as within_variance,
  from whole
),
prior as (
  select
    varied.*,
    credibility_strength(n, members, squared_sizes, explained - total * total / n, within_variance, 0) as strength,
  from varied
),
drawn as (
  select
    sums.dimension,
    sums.member,
    sums.measure,
    sums.n,
    case when sums.measure in ('profit', 'value') then 100 else 1 end as unit,
    cast(sums.total as double) as amount,
    cast(sums.total as double) / cast(sums.n as double) as raw,
    prior.base,
    prior.strength,
    prior.within_variance,
    cast(sums.n as double) + prior.strength as weight,
    (cast(sums.total as double) + prior.strength * prior.base) / (cast(sums.n as double) + prior.strength) as expected,
  from sums
  join prior on prior.dimension = sums.dimension and prior.measure = sums.measure
),
-- 1.959963984540054: of the normal distribution, 95 % lie within
spread as (
  select
    drawn.*,
    case
      when unit = 1 then (expected + 1.920729410347062 / weight) / (1 + 3.841458820694124 / weight)
      else expected
    end as middle,
    case
      when unit = 1
        then 1.959963984540054
          * sqrt(expected * (1 - expected) / weight + 0.960364705173531 / (weight * weight))
          / (1 + 3.841458820694124 / weight)
      else 1.959963984540054 * sqrt(within_variance / weight)
    end as half,
  from drawn
),
-- a share of 0 or 1 is an end of its own interval
bounded as (
  select
    spread.*,
    case when unit = 1 and expected <= 0 then 0 else middle - half end as low,
    case when unit = 1 and expected >= 1 then 1 else middle + half end as high,
  from spread
)
select
  dimension, -- referrer, source, medium, campaign, email_domain or region
  member, -- 'unknown': nobody said; 'other': mail domains of fewer than 5 people
  measure, -- customers: share who bought; best_customers: share among the tenth of the buyers with the highest profit; profit; value: profit and lifetime value to come
  cast(n as bigint) as people, -- customers and prospects
  amount / unit as amount, -- of all of them: a number of people, or money
  raw / unit as raw, -- per head
  base / unit as base, -- per head, of everybody
  strength, -- what is known of everybody counts like so many people: variance within origins / variance between them, at most the number of all people
  cast(n as double) / weight as credibility, -- weight of what is known of the origin itself: n / (n + strength)
  expected / unit as expected, -- credibility × raw + (1 - credibility) × base
  low / unit as low, -- of the 95 % interval of what is expected. Shares: Wilson (1927) on people + strength; money: expected ± 1.96 × √(variance within / (people + strength))
  high / unit as high, -- its upper end
  case when base > 0 then 100 * raw / base end as raw_index, -- 100: as everybody; null: everybody has none, or less
  case when base > 0 then 100 * expected / base end as index, -- the same of what is expected
  case when base > 0 then 100 * low / base end as index_low, -- of the interval
  case when base > 0 then 100 * high / base end as index_high, -- its upper end
from bounded
