import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { channels } from '../../exports/consent.sql.ts';
import { campaignPowerSql } from '../../models/campaign/power-table.ts';
import { campaignOf } from '../../pipeline/campaigns-of.ts';
import { campaignSpec, values, type CampaignSpec } from '../../pipeline/campaigns-spec.ts';
import { reachSql } from '../../pipeline/campaign-step.ts';
import { withExpectations } from '../../pipeline/expected-response.ts';
import { candidateSql, noCandidates } from '../../segments/campaign/candidate.sql.ts';
import { memberSql } from '../../segments/campaign/member.sql.ts';
import { campaignSql } from '../../segments/campaign/setting.sql.ts';
import { nobody } from '../../pipeline/people/file.ts';
import { relationsOf, relationSql } from '../../sql/relation.ts';
import { raw, sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';

/** A campaign that is only thought of, as options say it. */
export interface AdHocFlags {
  readonly audience?: string;
  readonly channel?: string;
  readonly unitCost?: string;
  readonly budget?: string;
  readonly value?: string;
  readonly response?: number;
  readonly holdout?: number;
  readonly lift?: number;
  readonly openComplaints?: boolean;
}

/** What it is made from. */
export const adHocRelations: readonly string[] = [
  ...['marts.customer', 'marts.account_priority', 'marts.order_value', 'marts.channel_response'],
  ...['features.customer_answer', 'segments.audience', 'segments.audience_member'],
  ...['warehouse.interaction', 'warehouse.customer_order'],
];

const isAmount = (text: string): boolean => /^\d{1,9}(\.\d{1,4})?$/.test(text);

function amount(option: string, text: string): number {
  if (isAmount(text)) return Number(text);
  throw new ConfigError(`--${option} must be an amount from 0 up with 4 decimals at most, got "${text}"`);
}

/** The campaign that options describe. @throws ConfigError where one of them is none */
function specOf(
  { audience, channel, unitCost, budget, value, response, holdout, lift, openComplaints }: AdHocFlags,
  asOf: string,
): CampaignSpec {
  if (channel === undefined || unitCost === undefined)
    throw new ConfigError('--audience must come with --channel and --unit-cost');
  if (!(channels as readonly string[]).includes(channel))
    throw new ConfigError(`--channel must be one of ${channels.join(', ')}, got "${channel}"`);
  if (value !== undefined && !isAmount(value) && !(values as readonly string[]).includes(value))
    throw new ConfigError(`--value must be an amount or one of ${values.join(', ')}, got "${value}"`);
  return campaignSpec.parse({
    ...{ audience, channel, starts_on: asOf, ends_on: asOf },
    ...(response === undefined ? {} : { response }),
    ...(holdout === undefined ? {} : { holdout }),
    ...(lift === undefined ? {} : { lift }),
    ...(openComplaints === undefined ? {} : { open_complaints: openComplaints }),
    unit_cost: unitCost === 'retention_budget' ? unitCost : amount('unit-cost', unitCost),
    ...(budget === undefined ? {} : { budget: amount('budget', budget) }),
    ...(value === undefined ? {} : { value: isAmount(value) ? Number(value) : value }),
  });
}

async function requireAudience(engine: Engine, audience: string): Promise<void> {
  const rows = await engine.rows(
    sql`select audience from segments.audience order by audience`,
    { audience: 'text' },
    1_000,
  );
  const names = rows.map((row) => row.audience);
  if (names.includes(audience)) return;
  const near = nearest(audience, names);
  throw new ConfigError(
    `--audience must be an audience of the current release, got "${audience}"; ${near === null ? `there are ${names.join(', ') || 'none'}` : `did you mean ${near}?`}`,
  );
}

/** Makes the tables of a campaign that options describe. @throws ConfigError where they describe none */
export const makeAdHoc = (engine: Engine, flags: AdHocFlags, asOf: string): Promise<void> =>
  makeThought(engine, specOf(flags, asOf));

/** What `makeThought` makes. */
export const thoughtTables: readonly string[] = [
  ...['segments.campaign', 'segments.campaign_candidate', 'segments.campaign_member'],
  ...['marts.campaign_plan', 'models.campaign_power'],
];

/** Makes the tables of a campaign that is only thought of, beside those of the release: who is in a campaign that runs is not free for it. */
export async function makeThought(engine: Engine, spec: CampaignSpec): Promise<void> {
  await requireAudience(engine, spec.audience);
  const [setting] = await engine.rows(
    sql`select saved_share, required_return from warehouse.setting`,
    { saved_share: 'number', required_return: 'number' },
    1,
  );
  const campaign = campaignOf('thought', spec, setting!);
  const past = { members: raw('release.segments.campaign_member'), campaigns: raw('release.segments.campaign') };
  await engine.create('segments.campaign', campaignSql(await withExpectations(engine, [campaign], past)));
  await engine.create('segments.campaign_candidate', noCandidates);
  const never = nobody.table('campaign_member');
  const candidates = candidateSql(campaign, {
    members: never,
    taken: sql`(select member.customer_id from release.segments.campaign_member as member
      join release.segments.campaign as other on other.campaign = member.campaign where other.status = 'running')`,
    reach: reachSql(spec.channel),
    audience: sql`(select customer_id from segments.audience_member where audience = ${spec.audience})`,
  });
  await engine.append('segments.campaign_candidate', candidates);
  await engine.create('segments.campaign_member', memberSql(never, nobody.table('audience_member')));
  const plan = relationsOf('marts').find(({ id }) => id === 'marts.campaign_plan')!;
  await engine.create(plan.id, relationSql(plan));
  await engine.create('models.campaign_power', await campaignPowerSql(engine));
}
