import type { Engine } from '../engine/engine.ts';
import { drawnTowards, pooledUplift, type Arms, type Uplift } from '../models/campaign/uplift.ts';
import type { Campaign, ExpectedResponse } from '../segments/campaign/campaign.ts';
import type { ExpectantCampaign } from '../segments/campaign/setting.sql.ts';
import { sql, type Sql } from '../sql/sql.ts';

const channelShape = {
  channel: 'text',
  answer_rate: 'number',
  purchase_share: 'number',
  response: 'number',
  basis: 'text',
} as const;

/** More campaigns than a pipeline has, in two arms. */
const most = 2_000;

/** What the arms of campaigns that are measured to their end bought, by channel. */
async function readUplifts(engine: Engine, members: Sql, campaigns: Sql): Promise<Map<string, Uplift>> {
  const rows = await engine.rows(
    sql`with member as (
        select member.campaign, over.channel, member.customer_id, member.arm, member.since, over.measured_to
        from ${members} as member join ${campaigns} as over on over.campaign = member.campaign
        where over.measured_to <= (select as_of from warehouse.setting)
      ),
      buyer as (
        select distinct member.campaign, member.customer_id from member
        join warehouse.customer_order as orders on orders.customer_id = member.customer_id and orders.is_purchase
          and orders.purchased_on > member.since and orders.purchased_on <= member.measured_to
      )
      select member.channel, member.campaign, member.arm, count(*) as members, count(buyer.customer_id) as buyers
      from member left join buyer on buyer.campaign = member.campaign and buyer.customer_id = member.customer_id
      group by member.channel, member.campaign, member.arm order by member.channel, member.campaign, member.arm`,
    { channel: 'text', campaign: 'text', arm: 'text', members: 'integer', buyers: 'integer' },
    most,
  );
  const rate = (campaign: string, arm: string) => {
    const found = rows.find((row) => row.campaign === campaign && row.arm === arm);
    return { n: found?.members ?? 0, successes: found?.buyers ?? 0 };
  };
  const byChannel = new Map<string, Arms[]>();
  for (const [campaign, channel] of new Map(rows.map((row) => [row.campaign, row.channel]))) {
    const arms = { treated: rate(campaign, 'treatment'), control: rate(campaign, 'holdout') };
    byChannel.set(channel, [...(byChannel.get(channel) ?? []), arms]);
  }
  return new Map(
    [...byChannel].flatMap(([channel, arms]) => {
      const uplift = pooledUplift(arms);
      return uplift === null ? [] : [[channel, uplift] as const];
    }),
  );
}

/** What the past is looked at in. */
export interface Experience {
  /** A relation of `campaign`, `customer_id`, `arm`, `since`: members of campaigns. */
  readonly members: Sql;
  /** A relation of `campaign`, `channel`, `measured_to`: the campaigns that they are of. */
  readonly campaigns: Sql;
}

/**
 * Campaigns with what is expected of a contact: what the pipeline states; or what campaigns of the channel that are over brought against those they left alone, drawn towards
 * what follows from answers; or that alone. Reads `marts.channel_response`, `warehouse.customer_order` and `warehouse.setting`.
 */
export async function withExpectations(
  engine: Engine,
  campaigns: readonly Campaign[],
  { members, campaigns: known }: Experience,
): Promise<ExpectantCampaign[]> {
  if (campaigns.length === 0) return [];
  const channels = await engine.rows(
    sql`select channel, answer_rate, purchase_share, response, basis from marts.channel_response order by channel`,
    channelShape,
    100,
  );
  const uplifts = await readUplifts(engine, members, known);
  return campaigns.map((campaign) => {
    const past = channels.find(({ channel }) => channel === campaign.channel)!;
    const uplift = uplifts.get(campaign.channel) ?? null;
    const measured = uplift === null ? past.response : drawnTowards(past.response, uplift);
    const expected: ExpectedResponse = {
      response: campaign.response ?? measured,
      basis: campaign.response !== null ? 'stated' : uplift !== null ? 'holdout' : (past.basis as 'answers'),
      ...{ answerRate: past.answer_rate, purchaseShare: past.purchase_share },
      uplift: uplift?.difference ?? null,
      ...{ upliftTreated: uplift?.treated ?? 0, upliftControl: uplift?.control ?? 0 },
    };
    return { ...campaign, expected };
  });
}
