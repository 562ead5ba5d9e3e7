-- marts.channel_answer: how often people answer on each channel that we write or call on, and for how many it is the best
-- grain: channel
-- reads: features.customer_answer, features.customer_reach
-- not null: people, asked, answers, rate, low, high, best_for
-- holds: low <= rate and rate <= high
with
sums as (
  select
    channel,
    count(*) filter (where asked > 0) as people,
    sum(asked) as asked,
    sum(answers) as answers,
    count(*) filter (where is_allowed) as allowed,
    max(strength) as strength,
  from features.customer_answer
  group by channel
),
best as (
  select best_channel, count(*) as people, sum(cast(round(best_channel_rate * 1000000000) as hugeint)) as billionths
  from features.customer_reach
  where best_channel is not null
  group by best_channel
),
rated as (
  select
    sums.*,
    cast(answers as double) / cast(asked as double) as rate,
    cast(asked as double) as n,
  from sums
)
select
  rated.channel, -- email, phone, post or sms
  cast(rated.people as bigint) as people, -- whom we wrote to or called
  cast(rated.asked as bigint) as asked, -- how often, with a known outcome
  cast(rated.answers as bigint) as answers, -- see features.customer_answer
  rated.rate, -- answers per contact
  case
    when rated.answers = 0 then 0
    else (rate + 1.920729410347062 / n - 1.959963984540054 * sqrt(rate * (1 - rate) / n + 0.960364705173531 / (n * n)))
      / (1 + 3.841458820694124 / n)
  end as low, -- of the 95 % interval (Wilson 1927)
  case
    when rated.answers = rated.asked then 1
    else (rate + 1.920729410347062 / n + 1.959963984540054 * sqrt(rate * (1 - rate) / n + 0.960364705173531 / (n * n)))
      / (1 + 3.841458820694124 / n)
  end as high, -- its upper end
  rated.strength, -- see features.customer_answer
  cast(rated.allowed as bigint) as allowed, -- of those ever written to or called on any channel, how many may be on this one
  cast(coalesce(best.people, 0) as bigint) as best_for, -- so many answer to it most likely, of the channels allowed
  cast(best.billionths as double) / 1000000000 / cast(best.people as double) as best_rate, -- mean probability that these answer; null: nobody
from rated
left join best on best.best_channel = rated.channel
