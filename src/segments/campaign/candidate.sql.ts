import { literal, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Campaign } from './campaign.ts';
import { elsewhereSql } from './member.sql.ts';

/** Below it are so many of 2³² hashes as the share says, as 8 hexadecimal digits. */
const hashBelow = (share: number): string =>
  Math.round(share * 2 ** 32)
    .toString(16)
    .padStart(8, '0');

/**
 * The arm of a customer in a campaign: by the hash of both and by nothing else, so that it is the same every night and on every machine, and says
 * nothing of the arm in another campaign.
 */
const armSql = (campaign: string, share: number): Sql =>
  sql`case when left(md5(${literal(`${campaign}/`)} || person.customer_id), 8) < ${literal(hashBelow(share))} then 'holdout' else 'treatment' end`;

const amount = (value: number): Sql => sql`cast(${raw(value.toFixed(4))} as decimal(18, 4))`;

/** What a purchase brings if whoever makes it is a customer still, over `marts.customer`, `marts.order_value` and `marts.account_priority`; null where it is not known. */
function worthSql({ value }: Campaign): Sql {
  if (typeof value === 'number') return amount(value);
  switch (value) {
    case 'order_margin':
      return raw('worth.order_margin');
    case 'value_at_risk':
      return raw('priority.value_at_risk');
    case 'value_to_come':
      return raw('person.value_to_come');
    case 'lifetime_value':
      return raw('cast(worth.value_left as double) / nullif(worth.alive_probability, 0)');
  }
}

/** Value at risk and the share that can be saved of it are of customers as they are: alive or not, and bounded, already. */
const isOfRisk = ({ value }: Campaign): boolean => value === 'value_at_risk';

/** What candidates are chosen from. */
export interface CandidateInputs {
  /** A relation of what `memberColumns` lists: members of days before the as-of day. */
  readonly members: Sql;
  /** A relation of `customer_id`: who is in another campaign that runs. */
  readonly taken: Sql;
  /** A relation of `customer_id`, `may` (has consented to the channel) and `can` (can be reached by it). */
  readonly reach: Sql;
  /** Who was excluded from the audience by hand is in no case of it. */
  readonly audience: Sql;
}

/**
 * The rows of `segments.campaign_candidate` of one campaign: everybody it is for, what they would bring, and what became of them (`verdict`). Members of
 * earlier days keep their arm, whatever else has changed, unless another campaign took them since. Of the others, those who have consented, can be reached, have no open complaint,
 * are in no other campaign, were not contacted too often and bring more than they cost are taken in the order of their expected profit, until what the treated ones cost
 * reaches the budget; the arm is drawn for all of them alike, so that both arms are people whom the campaign would pay for.
 *
 * Expected profit = value × response − cost. Response: that of the campaign, times how much likelier than everybody they are to answer on its channel
 * (`features.customer_answer`), times the probability that they are customers still. Value: what a purchase brings, at most what is left of the lifetime value if they are.
 */
export function candidateSql(campaign: Campaign, { members, taken, reach, audience }: CandidateInputs): Sql {
  const { campaign: named, budget, cap, unitCost, holdout, openComplaints } = campaign;
  const left = budget === null ? sql`null` : amount(budget);
  const cost = unitCost === null ? raw('priority.retention_budget') : amount(unitCost);
  const days = String(cap?.days ?? 0);
  const often = cap === null ? sql`false` : sql`coalesce(contacted.contacts, 0) >= ${raw(String(cap.contacts))}`;
  const alive = isOfRisk(campaign) ? raw('1') : raw('coalesce(worth.alive_probability, 1)');
  const eager = isOfRisk(campaign) ? raw('1') : raw('coalesce(answer.expected_rate / nullif(answer.base_rate, 0), 1)');
  const bound = isOfRisk(campaign)
    ? raw('cast(null as double)')
    : raw('cast(worth.value_left as double) / nullif(worth.alive_probability, 0)');
  return sql`with
    setting as (select as_of from warehouse.setting),
    plan as (select response, channel from segments.campaign where campaign = ${literal(named)}),
    earlier as (select * from ${members} as member where member.campaign = ${literal(named)}),
    elsewhere as (select customer_id from ${elsewhereSql(members)} as elsewhere where campaign = ${literal(named)}),
    contacted as (
      select customer_id, count(*) as contacts from warehouse.interaction
      where direction = 'outbound' and occurred_on > (select as_of from setting) - ${raw(days)} group by customer_id
    ),
    person as (
      select customer.customer_id, customer.segment, customer.value_to_come, customer.complaints_open
      from marts.customer as customer join ${audience} as audience on audience.customer_id = customer.customer_id
      where customer.customer_id not in (select customer_id from earlier)
    ),
    known as (
      select person.customer_id, person.segment, ${armSql(named, holdout)} as arm,
        cast(${worthSql(campaign)} as double) as worth, ${bound} as bound, cast(${cost} as decimal(18, 4)) as cost,
        cast(plan.response as double) * ${eager} as eager, ${alive} as alive,
        not coalesce(reach.may, false) as no_consent, not coalesce(reach.can, false) as no_address,
        ${raw(openComplaints ? 'false' : 'person.complaints_open > 0')} as is_complaining,
        person.customer_id in (select customer_id from ${taken} as taken) as is_taken, ${often} as is_often
      from person
      cross join plan
      left join ${reach} as reach on reach.customer_id = person.customer_id
      left join marts.order_value as worth on worth.customer_id = person.customer_id
      left join features.customer_answer as answer on answer.customer_id = person.customer_id and answer.channel = plan.channel
      left join marts.account_priority as priority on priority.customer_id = person.customer_id
      left join contacted on contacted.customer_id = person.customer_id
    ),
    valued as (
      select known.*, cast(case when bound < worth then bound else worth end as decimal(18, 4)) as value,
        cast(case when eager > 1 then 1 else eager end * alive as decimal(18, 9)) as response
      from known
    ),
    judged as (
      select valued.*, cast(value * response as decimal(18, 4)) - cost as expected_profit,
        case when no_consent then 'no_consent' when no_address then 'no_address' when is_complaining then 'complaint_open'
          when is_taken then 'other_campaign' when is_often then 'contacted_often' when value * response - cost is null then 'value_unknown'
          when cast(value * response as decimal(18, 4)) <= cost then 'expected_loss' end as reason
      from valued
    ),
    ranked as (
      select judged.*,
        sum(case when arm = 'treatment' then cost else 0 end) over (
          order by expected_profit desc, customer_id rows between unbounded preceding and current row
        ) + case when arm = 'holdout' then cost else 0 end
        + (select coalesce(sum(cost), 0) from earlier where arm = 'treatment') as spent
      from judged where reason is null
    )
    select ${literal(named)} as campaign, customer_id, arm,
      case when customer_id in (select customer_id from elsewhere) then 'other_campaign' else arm end as verdict, segment, since,
      cast(null as decimal(18, 4)) as value, response, cost, expected_profit
    from earlier
    union all
    select ${literal(named)}, customer_id, arm, reason, segment, cast(null as date), value, response, cost, cast(expected_profit as decimal(18, 4))
    from judged where reason is not null
    union all
    select ${literal(named)}, customer_id, arm, case when spent > ${left} then 'budget_ended' else arm end, segment,
      (select as_of from setting), value, response, cost, cast(expected_profit as decimal(18, 4))
    from ranked`;
}

const columns = sql`cast(null as varchar) as campaign, cast(null as varchar) as customer_id, cast(null as varchar) as arm,
  cast(null as varchar) as verdict, cast(null as varchar) as segment, cast(null as date) as since, cast(null as decimal(18, 4)) as value,
  cast(null as decimal(18, 9)) as response, cast(null as decimal(18, 4)) as cost, cast(null as decimal(18, 4)) as expected_profit`;

/** `segments.campaign_candidate` without a row. */
export const noCandidates = sql`select ${columns} where false`;
