import { join, name, sql, type Sql } from '../../sql/sql.ts';

/** What is known of a member for good, from the night they were taken. */
const lasting = [
  ...['campaign', 'customer_id', 'arm', 'since', 'segment', 'cost', 'response', 'expected_profit', 'holdout_share'],
] as const;

/** The columns of a member as a list of a select. */
export const memberColumns = (of: string): Sql => join(lasting.map((column) => name(of, column)));

/** Members of the days before the as-of day: what was decided on it is decided anew, so that a night may be run twice, and an earlier day rewinds. */
export const earlierMembersSql = (remembered: Sql): Sql => sql`(
  select ${memberColumns('remembered')} from ${remembered} as remembered
  where since < (select as_of from warehouse.setting))`;

/**
 * Members of campaigns whom another one took on a later night, and which is not over: they are no longer contacted by the first, which must have been over when they were
 * taken, and goes on again. `campaign`, `customer_id`, once each. Reads `segments.campaign`.
 */
export const elsewhereSql = (members: Sql): Sql => sql`(
  select distinct own.campaign, own.customer_id from ${members} as own
  join ${members} as later on later.customer_id = own.customer_id and later.campaign <> own.campaign and later.since > own.since
  join segments.campaign as other on other.campaign = later.campaign and other.status <> 'ended')`;

/**
 * `segments.campaign_member`: who takes part in which campaign of the pipeline, in which arm and since when, also once it is over; `is_excluded`: kept out of its
 * audience by hand by now, and so out of its files; `is_elsewhere`: another campaign took them since. Reads `segments.campaign` and `segments.campaign_candidate`.
 *
 * @param remembered a relation of the members of all nights
 * @param decided a relation of `audience`, `customer_id`, `kind` (`include`, `exclude`)
 */
export const memberSql = (remembered: Sql, decided: Sql): Sql => sql`with taken as (
    select * from ${earlierMembersSql(remembered)} as earlier where campaign in (select campaign from segments.campaign)
    union all
    select candidate.campaign, candidate.customer_id, candidate.arm, candidate.since, candidate.segment, candidate.cost, candidate.response,
      candidate.expected_profit, campaign.holdout_share
    from segments.campaign_candidate as candidate
    join segments.campaign as campaign on campaign.campaign = candidate.campaign
    where campaign.status = 'running' and candidate.verdict = candidate.arm and candidate.since = (select as_of from warehouse.setting)
  ),
  member as (
    select ${memberColumns('taken')}, elsewhere.customer_id is not null as is_elsewhere
    from taken left join ${elsewhereSql(sql`taken`)} as elsewhere
      on elsewhere.campaign = taken.campaign and elsewhere.customer_id = taken.customer_id
  )
  select member.*, ${isExcluded} from ${withExclusions(sql`member`, decided)}`;

const isExcluded = sql`excluded.customer_id is not null as is_excluded`;

const withExclusions = (member: Sql, decided: Sql): Sql => sql`${member} as member
  left join segments.campaign as campaign on campaign.campaign = member.campaign
  left join (select audience, customer_id from ${decided} as decided where kind = 'exclude') as excluded
    on excluded.audience = campaign.audience and excluded.customer_id = member.customer_id
  order by member.campaign, member.customer_id`;

/** The members of a release, with whom people keep out by now. */
export const memberNowSql = (decided: Sql): Sql =>
  sql`select member.* exclude (is_excluded), ${isExcluded} from ${withExclusions(sql`segments.campaign_member`, decided)}`;
