import type { Engine, Row } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import type { Format } from '../../text/format.ts';

const shape = {
  campaign: 'text',
  title: 'text?',
  status: 'text',
  arm: 'text',
  since: 'day',
  is_excluded: 'boolean',
  is_elsewhere: 'boolean',
} as const;

/** A campaign that a customer takes part in, or did. */
export type CustomerCampaign = Readonly<Row<typeof shape>>;

/** The campaigns of a customer, the latest first; none where the release has no campaigns. */
export async function readCustomerCampaigns(
  engine: Engine,
  tables: ReadonlySet<string>,
  id: string,
): Promise<CustomerCampaign[]> {
  if (!tables.has('segments.campaign_member')) return [];
  return engine.rows(
    sql`select member.campaign, campaign.title, campaign.status, member.arm, member.since, member.is_excluded, member.is_elsewhere
      from segments.campaign_member as member
      join segments.campaign as campaign on campaign.campaign = member.campaign
      where member.customer_id = ${id} order by member.since desc, member.campaign`,
    shape,
    1_000,
  );
}

function roleOf({ status, arm, is_excluded: excluded, is_elsewhere: elsewhere }: CustomerCampaign): string {
  const over = status === 'ended';
  if (arm === 'holdout') return over ? 'was left alone (holdout)' : 'left alone (holdout)';
  if (over) return 'was to be contacted';
  if (excluded) return 'excluded by hand';
  return elsewhere ? 'another campaign took them since' : 'to be contacted';
}

/** The campaigns of a customer in words: `win_back (to be contacted, since 3 January 2026)`. */
export const sayCampaigns = (campaigns: readonly CustomerCampaign[], f: Format): string =>
  campaigns
    .map(
      (one) =>
        `${one.campaign} (${roleOf(one)}, since ${f.day(one.since)}${one.status === 'ended' ? '; it is over' : ''})`,
    )
    .join(', ');
