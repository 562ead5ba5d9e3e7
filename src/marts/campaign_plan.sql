-- marts.campaign_plan: what each campaign of the pipeline comes to: whom it is for, who drops out and why, what the others cost and should bring
-- grain: campaign
-- reads: segments.campaign, segments.campaign_candidate, segments.campaign_member, marts.order_value, warehouse.customer_order, warehouse.setting
-- not null: status, considered, treatment, holdout, cost, expected_answers, expected_purchases, expected_value, expected_profit, bought_before, expected_buyers, expected_holdout, holdout_variance
-- holds: considered = treatment + holdout + no_consent + no_address + complaint_open + other_campaign + contacted_often + value_unknown + expected_loss + budget_ended
-- holds: bought_before <= treatment + holdout and expected_buyers <= treatment + holdout
with
-- of a campaign that is over, nobody is considered any more: its members are
person as (
  select campaign, customer_id, verdict, since, response, cost, expected_profit
  from segments.campaign_candidate
  union all
  select member.campaign, member.customer_id, member.arm, member.since, member.response, member.cost, member.expected_profit
  from segments.campaign_member as member
  join segments.campaign as campaign on campaign.campaign = member.campaign
  where campaign.status = 'ended'
),
before as (
  select person.campaign, count(distinct person.customer_id) as bought_before
  from person
  join segments.campaign as campaign on campaign.campaign = person.campaign
  join warehouse.customer_order as orders
    on orders.customer_id = person.customer_id
    and orders.is_purchase
    and orders.purchased_on <= person.since
    and orders.purchased_on > person.since - cast(date_diff('day', campaign.starts_on, campaign.measured_to) as integer)
  where person.verdict in ('treatment', 'holdout')
  group by person.campaign
),
-- of a member whose purchases come at random at the pace that is expected of them: the probability of one or more in these days
anyway as (
  select
    person.campaign,
    sum(
      cast(
        1 - exp(-coalesce(worth.purchases_a_day, 0) * date_diff('day', campaign.starts_on, campaign.measured_to))
        as decimal(18, 9)
      )
    ) as expected_buyers,
  from person
  join segments.campaign as campaign on campaign.campaign = person.campaign
  join marts.order_value as worth on worth.customer_id = person.customer_id
  where person.verdict in ('treatment', 'holdout')
  group by person.campaign
),
-- each member was drawn with the share of their night
drawn as (
  select
    person.campaign,
    sum(coalesce(member.holdout_share, campaign.holdout_share)) as expected_holdout,
    sum(coalesce(member.holdout_share, campaign.holdout_share) * (1 - coalesce(member.holdout_share, campaign.holdout_share)))
      as holdout_variance,
  from person
  join segments.campaign as campaign on campaign.campaign = person.campaign
  left join segments.campaign_member as member
    on member.campaign = person.campaign and member.customer_id = person.customer_id
  where person.verdict in ('treatment', 'holdout')
  group by person.campaign
),
summed as (
  select
    person.campaign,
    count(*) as considered,
    count(*) filter (where verdict = 'treatment') as treatment,
    count(*) filter (where verdict = 'holdout') as holdout,
    count(*) filter (where verdict = 'no_consent') as no_consent,
    count(*) filter (where verdict = 'no_address') as no_address,
    count(*) filter (where verdict = 'complaint_open') as complaint_open,
    count(*) filter (where verdict = 'other_campaign') as other_campaign,
    count(*) filter (where verdict = 'contacted_often') as contacted_often,
    count(*) filter (where verdict = 'value_unknown') as value_unknown,
    count(*) filter (where verdict = 'expected_loss') as expected_loss,
    count(*) filter (where verdict = 'budget_ended') as budget_ended,
    count(*) filter (where verdict in ('treatment', 'holdout') and since = (select as_of from warehouse.setting)) as new_members,
    sum(case when verdict = 'treatment' then cost end) as cost,
    sum(case when verdict = 'treatment' then response end) as purchases,
    sum(case when verdict = 'treatment' then expected_profit end) as expected_profit,
  from person
  group by person.campaign
)
select
  campaign.campaign,
  campaign.title,
  campaign.audience,
  campaign.channel,
  campaign.status, -- planned: its first day lies ahead, and this is what it would be today; running; ended
  campaign.starts_on,
  campaign.ends_on,
  campaign.measured_to, -- purchases count up to this day
  campaign.priority,
  campaign.unit_cost, -- null: what keeping each customer may cost
  campaign.budget, -- null: no limit; where it was lowered since, whoever was taken before stays, and nobody new is
  campaign.value_basis, -- of a purchase that it causes: amount, order_margin, value_to_come, value_at_risk, lifetime_value
  campaign.response, -- probability that whoever is contacted, and is a customer still, buys because of it
  campaign.response_basis, -- what that follows from: stated, holdout, answers, other_channels or prior, see segments.campaign
  campaign.answer_rate, -- share of those contacted who answer, see marts.channel_response
  campaign.purchase_share, -- share of the answers that a purchase follows within 30 days
  campaign.uplift, -- measured rise of the share who buy, by campaigns of the channel that are over and had a holdout; null: there are none
  campaign.uplift_treated, -- contacted by these
  campaign.uplift_control, -- left alone by these
  campaign.holdout_share,
  campaign.lift, -- rise of the share who buy that it should be able to show
  coalesce(summed.considered, 0) as considered, -- members, and whoever is in the audience besides
  coalesce(summed.treatment, 0) as treatment, -- members who are contacted
  coalesce(summed.holdout, 0) as holdout, -- members who are left alone
  coalesce(summed.no_consent, 0) as no_consent, -- have not opted in to the channel
  coalesce(summed.no_address, 0) as no_address, -- cannot be reached by it
  coalesce(summed.complaint_open, 0) as complaint_open, -- have a complaint that is open
  coalesce(summed.other_campaign, 0) as other_campaign, -- are in another campaign that runs, in either arm; also members of this one whom that took since
  coalesce(summed.contacted_often, 0) as contacted_often, -- had as many contacts as the campaign allows
  coalesce(summed.value_unknown, 0) as value_unknown, -- what a purchase brings or a contact costs is not known
  coalesce(summed.expected_loss, 0) as expected_loss, -- would cost as much as they bring, or more
  coalesce(summed.budget_ended, 0) as budget_ended, -- would pay, after the budget has ended
  coalesce(summed.new_members, 0) as new_members, -- of treatment and holdout: taken today
  cast(coalesce(summed.cost, 0) as decimal(18, 4)) as cost, -- of those treated
  cast(coalesce(summed.treatment * campaign.answer_rate, 0) as decimal(18, 4)) as expected_answers, -- of those treated
  cast(coalesce(summed.purchases, 0) as decimal(18, 4)) as expected_purchases, -- of those treated: sum of their own probabilities to buy because of it
  cast(coalesce(summed.expected_profit + summed.cost, 0) as decimal(18, 4)) as expected_value, -- of those treated: value × own response
  cast(coalesce(summed.expected_profit, 0) as decimal(18, 4)) as expected_profit, -- the same less the cost
  cast(
    cast(summed.cost as double) * cast(summed.purchases as double) / summed.treatment
    / nullif(cast(summed.expected_profit + summed.cost as double), 0)
    as decimal(9, 6)
  ) as break_even_response, -- share of those contacted that must buy because of it for the campaign to cost nothing; null: nobody is treated
  coalesce(before.bought_before, 0) as bought_before, -- members who bought in as many days before they were taken as the campaign is measured
  cast(coalesce(anyway.expected_buyers, 0) as decimal(18, 4)) as expected_buyers, -- members who buy within these days without it, by lifetime value: 1 - exp(-purchases expected of them in as many days); nobody, where no step clv values them
  cast(coalesce(drawn.expected_holdout, 0) as decimal(18, 4)) as expected_holdout, -- sum of the shares with which the members were drawn for the holdout
  cast(coalesce(drawn.holdout_variance, 0) as decimal(18, 4)) as holdout_variance, -- of the number of them
from segments.campaign as campaign
left join summed on summed.campaign = campaign.campaign
left join before on before.campaign = campaign.campaign
left join anyway on anyway.campaign = campaign.campaign
left join drawn on drawn.campaign = campaign.campaign
