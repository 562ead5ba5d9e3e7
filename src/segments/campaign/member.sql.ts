import { sql, type Sql } from '../../sql/sql.ts';

/** Members of the days before the as-of day: what was decided on it is decided anew, so that a night may be run twice, and an earlier day rewinds. */
export const earlierMembersSql = (remembered: Sql): Sql => sql`(
  select campaign, customer_id, arm, since, segment, cost, expected_profit from ${remembered} as remembered
  where since < (select as_of from warehouse.setting))`;

/**
 * `segments.campaign_member`: who takes part in which campaign of the pipeline, in which arm and since when, also once it is over; `is_excluded`: kept out of its
 * audience by hand by now, and so out of its files. Reads `segments.campaign` and `segments.campaign_candidate`.
 *
 * @param remembered a relation of the members of all nights
 * @param decided a relation of `audience`, `customer_id`, `kind` (`include`, `exclude`)
 */
export const memberSql = (remembered: Sql, decided: Sql): Sql => sql`with member as (
    select * from ${earlierMembersSql(remembered)} as earlier where campaign in (select campaign from segments.campaign)
    union all
    select candidate.campaign, candidate.customer_id, candidate.arm, candidate.since, candidate.segment, candidate.cost, candidate.expected_profit
    from segments.campaign_candidate as candidate
    join segments.campaign as campaign on campaign.campaign = candidate.campaign
    where campaign.status = 'running' and candidate.verdict = candidate.arm and candidate.since = (select as_of from warehouse.setting)
  )
  ${withExclusions(sql`member`, decided)}`;

const withExclusions = (
  member: Sql,
  decided: Sql,
): Sql => sql`select member.campaign, member.customer_id, member.arm, member.since, member.segment, member.cost, member.expected_profit,
    excluded.customer_id is not null as is_excluded
  from ${member} as member
  left join segments.campaign as campaign on campaign.campaign = member.campaign
  left join (select audience, customer_id from ${decided} as decided where kind = 'exclude') as excluded
    on excluded.audience = campaign.audience and excluded.customer_id = member.customer_id
  order by member.campaign, member.customer_id`;

/** The members of a release, with whom people keep out by now. */
export const memberNowSql = (decided: Sql): Sql => withExclusions(sql`segments.campaign_member`, decided);
