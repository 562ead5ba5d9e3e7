-- marts.channel_response: what a contact by each channel brings, by past campaigns that are over: how many answer, and how many of the answers a purchase follows
-- grain: channel
-- reads: marts.campaign_history, warehouse.contact_way
-- not null: reached, answered, followed, silent, silent_buyers, answer_rate, purchase_share, response, basis
-- holds: answered <= reached and followed <= answered and silent_buyers <= silent
-- holds: answer_rate between 0 and 1 and purchase_share between 0 and 1
-- totals: (select coalesce(sum(reached), 0) from marts.channel_response) = (select coalesce(sum(history.reached), 0) from marts.campaign_history as history where history.is_over and history.channel in (select channel from warehouse.contact_way))
with
channel as (
  select channel
  from warehouse.contact_way
  group by channel
),
counted as (
  select
    channel.channel,
    coalesce(sum(history.reached), 0) as reached,
    coalesce(sum(history.answered), 0) as answered,
    coalesce(sum(history.followed), 0) as followed,
    coalesce(sum(history.silent_buyers), 0) as silent_buyers,
  from channel
  left join marts.campaign_history as history on history.channel = channel.channel and history.is_over
  group by channel.channel
),
-- of all channels: drawn towards 5 % who answer and 1 purchase in 10 answers as if these were 20 contacts and 20 answers
everybody as (
  select
    sum(reached) as reached,
    (cast(sum(answered) as double) + 20 * 0.05) / (cast(sum(reached) as double) + 20) as answer_rate,
    (cast(sum(followed) as double) + 20 * 0.1) / (cast(sum(answered) as double) + 20) as purchase_share,
  from counted
),
-- of a channel: drawn towards all of them in the same way
drawn as (
  select
    counted.*,
    (cast(counted.answered as double) + 20 * everybody.answer_rate) / (cast(counted.reached as double) + 20) as answer_rate,
    (cast(counted.followed as double) + 20 * everybody.purchase_share) / (cast(counted.answered as double) + 20) as purchase_share,
    everybody.reached as reached_by_all,
  from counted
  cross join everybody
)
select
  channel, -- email, phone, sms, post or ads
  cast(reached as bigint) as reached, -- by past campaigns of the channel whose 30 days are over, people once each campaign
  cast(answered as bigint) as answered, -- of these
  cast(followed as bigint) as followed, -- of those who answered: bought within 30 days, from the day of the answer on
  cast(reached - answered as bigint) as silent, -- of those reached: did not answer
  cast(silent_buyers as bigint) as silent_buyers, -- of these: bought within 30 days all the same
  answer_rate, -- share of those contacted who answer, drawn towards that of all channels as if 20 contacts had shown it, and that towards 5 %
  purchase_share, -- share of the answers that a purchase follows, drawn in the same way, and towards 10 %
  answer_rate * purchase_share as response, -- probability that a contact is answered and bought after: purchases that would have come anyway are in it, since nobody was held out, and those without an answer are not
  case when reached > 0 then 'answers' when reached_by_all > 0 then 'other_channels' else 'prior' end as basis, -- what it follows from: past campaigns of the channel, those of other channels, or nothing but the two shares above
from drawn
