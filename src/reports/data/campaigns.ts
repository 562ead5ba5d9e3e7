import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

const campaignShape = {
  campaign: 'text',
  title: 'text?',
  audience: 'text?',
  status: 'text',
  starts_on: 'day',
  ends_on: 'day',
  treatment: 'integer',
  holdout: 'integer',
  cost: 'number',
  expected_purchases: 'number',
  expected_profit: 'number',
  lift: 'number',
  treated_needed: 'integer?',
  holdout_needed: 'integer?',
  shows: 'text?',
  detectable_lift: 'number?',
  is_seen: 'boolean',
  treated: 'number?',
  control: 'number?',
  difference: 'number?',
  lower: 'number?',
  upper: 'number?',
  margin_difference: 'number?',
  margin_lower: 'number?',
  margin_upper: 'number?',
} as const satisfies Shape;

/** A campaign of the pipeline, with what those contacted did more than the control group; `is_seen`: a day of it can be looked at. */
export type Campaign = Readonly<Row<typeof campaignShape>>;

/** What is read of `marts.campaign_history`. */
export const pastShape = {
  campaign_id: 'text',
  name: 'text?',
  channel: 'text?',
  started_on: 'day?',
  reached: 'integer',
  answered: 'integer',
  answer_low: 'number',
  answer_high: 'number',
  cost: 'number',
  buyers: 'integer',
} as const satisfies Shape;

/** A past campaign, which nobody was left out of. */
export type PastCampaign = Readonly<Row<typeof pastShape>>;

const totalShape = {
  campaigns: 'integer',
  treatment: 'integer',
  holdout: 'integer',
  expected_profit: 'number',
} as const;

/** What the report tells of campaigns; its size does not depend on the number of customers or campaigns. */
export interface CampaignData {
  /** Those that run first, then those to come, then the latest. */
  readonly campaigns: readonly Campaign[];
  /** Of those that run. */
  readonly running: Readonly<Row<typeof totalShape>>;
  /** Those with the highest lower end of the interval of the share of answers. */
  readonly past: readonly PastCampaign[];
  /** All of them that reached somebody. */
  readonly pastCount: number;
}

const shown = 12;

/** At most 12 campaigns and 12 past ones. */
export async function readCampaigns(engine: Engine): Promise<CampaignData> {
  const campaigns = await engine.rows(
    sql`select plan.campaign, plan.title, plan.audience, plan.status, plan.starts_on, plan.ends_on, plan.treatment, plan.holdout, plan.cost,
        plan.expected_purchases, plan.expected_profit, power.lift, power.treated_needed, power.holdout_needed, power.shows, power.detectable_lift,
        coalesce(result.seen_to > result.first_taken_on, false) as is_seen,
        bought.treated, bought.control, bought.difference, bought.lower, bought.upper,
        margin.difference as margin_difference, margin.lower as margin_lower, margin.upper as margin_upper
      from marts.campaign_plan as plan
      join models.campaign_power as power on power.campaign = plan.campaign
      left join marts.campaign_result as result on result.campaign = plan.campaign and result.arm = 'treatment'
      left join models.campaign_effect as bought
        on bought.campaign = plan.campaign and bought.segment is null and bought.measure = 'bought'
      left join models.campaign_effect as margin
        on margin.campaign = plan.campaign and margin.segment is null and margin.measure = 'margin'
      order by case plan.status when 'running' then 1 when 'planned' then 2 else 3 end, plan.starts_on desc, plan.campaign
      limit ${shown}`,
    campaignShape,
    shown,
  );
  const [running] = await engine.rows(
    sql`select count(*) as campaigns, cast(coalesce(sum(treatment), 0) as bigint) as treatment, cast(coalesce(sum(holdout), 0) as bigint) as holdout,
        coalesce(sum(expected_profit), 0) as expected_profit
      from marts.campaign_plan where status = 'running'`,
    totalShape,
    1,
  );
  const past = await engine.rows(
    sql`select campaign_id, name, channel, started_on, reached, answered, answer_low, answer_high, cost, buyers from marts.campaign_history where reached > 0
      order by answer_low desc, reached desc, campaign_id limit ${shown}`,
    pastShape,
    shown,
  );
  const [all] = await engine.rows(
    sql`select count(*) as n from marts.campaign_history where reached > 0`,
    { n: 'integer' },
    1,
  );
  return { campaigns, running: running!, past, pastCount: all!.n };
}
