import type { Engine } from '../engine/engine.ts';
import { consentingCustomerSql, type Channel } from '../exports/consent.sql.ts';
import { reachableBy } from '../exports/platform.ts';
import { candidateSql, noCandidates } from '../segments/campaign/candidate.sql.ts';
import type { Campaign } from '../segments/campaign/campaign.ts';
import { earlierMembersSql, memberSql } from '../segments/campaign/member.sql.ts';
import { campaignSql } from '../segments/campaign/setting.sql.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import { campaignsOf } from './campaigns-of.ts';
import { withExpectations } from './expected-response.ts';
import type { People } from './people/file.ts';
import type { Pipeline } from './spec.ts';
import type { PlannedStep } from './step.ts';
import { remark, type Remark } from '../text/remark.ts';

/** Who has consented to a channel, and who can be reached by it. */
export const reachSql = (channel: Channel): Sql =>
  sql`(select customer_id, ${name(`may_${channel}`)} as may, ${reachableBy(channel)} as can from (${consentingCustomerSql()}) as customer)`;

/** Campaigns that take people today, or are to: those that run first, then by priority and name. */
const inTurn = (campaigns: readonly Campaign[], asOf: string): Campaign[] =>
  campaigns
    .filter(({ endsOn }) => asOf <= endsOn)
    .sort(
      (a, b) =>
        Number(asOf < a.startsOn) - Number(asOf < b.startsOn) ||
        a.priority - b.priority ||
        (a.campaign < b.campaign ? -1 : 1),
    );

/**
 * Adds those whom one campaign is for to `segments.campaign_candidate`. Members of others that are not over, also of later nights where an earlier one is run again, and whom
 * these have just taken, are not free.
 */
export async function addCandidates(engine: Engine, campaign: Campaign, remembered: Sql): Promise<void> {
  const members = earlierMembersSql(remembered);
  const { campaign: named, audience, channel } = campaign;
  await engine.append(
    'segments.campaign_candidate',
    candidateSql(campaign, {
      members,
      taken: sql`(
        select customer_id from segments.campaign_candidate where verdict = arm
        union select member.customer_id from ${remembered} as member
          join segments.campaign as other on other.campaign = member.campaign
          where other.status <> 'ended' and other.campaign <> ${named} and member.since <> (select as_of from warehouse.setting))`,
      reach: reachSql(channel as Channel),
      audience: sql`(select customer_id from segments.audience_member where audience = ${audience})`,
    }),
  );
}

/** The campaigns of the pipeline as a relation of `campaign`, `channel` and `measured_to`. */
const listedSql = (campaigns: readonly Campaign[]): Sql =>
  sql`(values ${join(
    campaigns.map(({ campaign, channel, measuredTo }) => sql`(${campaign}, ${channel}, cast(${measuredTo} as date))`),
  )}) as listed (campaign, channel, measured_to)`;

/** The tables of the campaigns. */
async function makeCampaigns(
  engine: Engine,
  campaigns: readonly Campaign[],
  asOf: string,
  people: People,
): Promise<number> {
  const remembered = people.table('campaign_member');
  const known = { members: earlierMembersSql(remembered), campaigns: sql`(select * from ${listedSql(campaigns)})` };
  await engine.create('segments.campaign', campaignSql(await withExpectations(engine, campaigns, known)));
  await engine.create('segments.campaign_candidate', noCandidates);
  for (const campaign of inTurn(campaigns, asOf)) await addCandidates(engine, campaign, remembered);
  const { rows } = await engine.create(
    'segments.campaign_member',
    memberSql(remembered, people.table('audience_member')),
  );
  return rows;
}

/** Campaigns of which little can be expected with reason. */
async function unfounded(engine: Engine): Promise<Remark[]> {
  const rows = await engine.rows(
    sql`select campaign, channel, response from segments.campaign
      where response_basis in ('other_channels', 'prior') and status <> 'ended' order by campaign`,
    { campaign: 'text', channel: 'text', response: 'number' },
    1_000,
  );
  return rows.map((row) => remark('littleKnown', row));
}

/** Who is in which campaign. */
export const campaignStep = (pipeline: Pipeline): PlannedStep => ({
  name: 'campaigns',
  does: (reads) => `says by ${reads} whom each campaign takes`,
  kind: 'model',
  reads: [
    'marts.customer',
    'marts.account_priority',
    'marts.channel_response',
    'marts.order_value',
    'features.customer_answer',
    'segments.audience_member',
    'warehouse.customer_order',
    'warehouse.interaction',
    'warehouse.setting',
  ],
  writes: ['segments.campaign', 'segments.campaign_candidate', 'segments.campaign_member'],
  async run({ engine, asOf, people, remarks }) {
    const campaigns = campaignsOf(pipeline);
    const rows = await makeCampaigns(engine, campaigns, asOf, people);
    remarks.push(...(await unfounded(engine)));
    return {
      rows,
      outcome: campaigns.length === 0 ? 'not part of the pipeline' : `${rows} members of ${campaigns.length}`,
    };
  },
});
