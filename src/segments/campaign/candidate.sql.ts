import { literal, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Campaign } from './campaign.ts';

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

/** What an answer brings, over `marts.customer` and `marts.account_priority`; null where it is not known. */
function valueSql({ value }: Campaign): Sql {
  if (typeof value === 'number') return amount(value);
  switch (value) {
    case 'order_margin':
      return raw('cast(cast(person.gross_margin as double) / nullif(person.frequency, 0) as decimal(18, 4))');
    case 'value_at_risk':
      return raw('priority.value_at_risk');
    case 'value_to_come':
    case 'lifetime_value':
      return sql`cast(${raw(`person.${value}`)} as decimal(18, 4))`;
  }
}

/** What candidates are chosen from. */
export interface CandidateInputs {
  /** A relation of `campaign`, `customer_id`, `arm`, `since`, `segment`, `cost`, `expected_profit`: members of days before the as-of day. */
  readonly members: Sql;
  /** A relation of `customer_id`: who is in another campaign that runs. */
  readonly taken: Sql;
  /** A relation of `customer_id`, `may` (has consented to the channel) and `can` (can be reached by it). */
  readonly reach: Sql;
  /** Who was excluded from the audience by hand is in no case of it. */
  readonly audience: Sql;
}

/**
 * The rows of `segments.campaign_candidate` of one campaign: everybody it is for, what they would bring, and what became of them (`verdicts`). Members of
 * earlier days keep their arm, whatever else has changed. Of the others, those who have consented, can be reached, are in no other campaign, were not
 * contacted too often and bring more than they cost are taken in the order of their expected profit (value × response − cost), until what the treated ones cost
 * reaches the budget; the arm is drawn for all of them alike, so that both arms are people whom the campaign would pay for.
 */
export function candidateSql(campaign: Campaign, { members, taken, reach, audience }: CandidateInputs): Sql {
  const { campaign: named, budget, cap, unitCost, holdout } = campaign;
  const left = budget === null ? sql`null` : amount(budget);
  const cost = unitCost === null ? raw('priority.retention_budget') : amount(unitCost);
  const days = String(cap?.days ?? 0);
  const often = cap === null ? sql`false` : sql`coalesce(contacted.contacts, 0) >= ${raw(String(cap.contacts))}`;
  return sql`with
    setting as (select as_of from warehouse.setting),
    plan as (select response from segments.campaign where campaign = ${literal(named)}),
    earlier as (select * from ${members} as member where member.campaign = ${literal(named)}),
    contacted as (
      select customer_id, count(*) as contacts from warehouse.interaction
      where direction = 'outbound' and occurred_on > (select as_of from setting) - ${raw(days)} group by customer_id
    ),
    person as (
      select customer.customer_id, customer.segment, customer.gross_margin, customer.frequency,
        customer.value_to_come, customer.lifetime_value
      from marts.customer as customer join ${audience} as audience on audience.customer_id = customer.customer_id
      where customer.customer_id not in (select customer_id from earlier)
    ),
    valued as (
      select person.customer_id, person.segment, ${armSql(named, holdout)} as arm,
        ${valueSql(campaign)} as value, cast(${cost} as decimal(18, 4)) as cost,
        not coalesce(reach.may, false) as no_consent, not coalesce(reach.can, false) as no_address,
        person.customer_id in (select customer_id from ${taken} as taken) as is_taken, ${often} as is_often
      from person
      left join ${reach} as reach on reach.customer_id = person.customer_id
      left join marts.account_priority as priority on priority.customer_id = person.customer_id
      left join contacted on contacted.customer_id = person.customer_id
    ),
    judged as (
      select valued.*, cast(valued.value * plan.response as decimal(18, 4)) - valued.cost as expected_profit,
        case when no_consent then 'no_consent' when no_address then 'no_address' when is_taken then 'other_campaign'
          when is_often then 'contacted_often' when valued.value * plan.response - valued.cost is null then 'value_unknown'
          when cast(valued.value * plan.response as decimal(18, 4)) <= valued.cost then 'expected_loss' end as reason
      from valued cross join plan
    ),
    ranked as (
      select judged.*,
        sum(case when arm = 'treatment' then cost else 0 end) over (
          order by expected_profit desc, customer_id rows between unbounded preceding and current row
        ) + case when arm = 'holdout' then cost else 0 end
        + (select coalesce(sum(cost), 0) from earlier where arm = 'treatment') as spent
      from judged where reason is null
    )
    select ${literal(named)} as campaign, customer_id, arm, arm as verdict, segment, since, cast(null as decimal(18, 4)) as value, cost, expected_profit
    from earlier
    union all
    select ${literal(named)}, customer_id, arm, reason, segment, cast(null as date), value, cost, cast(expected_profit as decimal(18, 4))
    from judged where reason is not null
    union all
    select ${literal(named)}, customer_id, arm, case when spent > ${left} then 'budget_ended' else arm end, segment,
      (select as_of from setting), value, cost, cast(expected_profit as decimal(18, 4))
    from ranked`;
}

const columns = sql`cast(null as varchar) as campaign, cast(null as varchar) as customer_id, cast(null as varchar) as arm,
  cast(null as varchar) as verdict, cast(null as varchar) as segment, cast(null as date) as since, cast(null as decimal(18, 4)) as value,
  cast(null as decimal(18, 4)) as cost, cast(null as decimal(18, 4)) as expected_profit`;

/** `segments.campaign_candidate` without a row. */
export const noCandidates = sql`select ${columns} where false`;
