import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { pastShape } from '../../reports/data/campaigns.ts';
import { sql } from '../../sql/sql.ts';

const resultShape = {
  campaign: 'text',
  title: 'text?',
  status: 'text',
  starts_on: 'day',
  ends_on: 'day',
  measured_to: 'day',
  seen_to: 'day?',
  first_taken_on: 'day?',
  treatment: 'integer',
  holdout: 'integer',
  answered: 'integer',
  cost: 'number',
  lift: 'number',
  power: 'number?',
  shows: 'text?',
  treated_needed: 'integer?',
  holdout_needed: 'integer?',
  detectable_lift: 'number?',
  sample_ratio_p: 'number?',
  currency: 'text',
} as const satisfies Shape;

const effectShape = {
  campaign: 'text',
  segment: 'text?',
  segment_name: 'text?',
  measure: 'text',
  treated_members: 'integer',
  control_members: 'integer',
  treated: 'number?',
  control: 'number?',
  difference: 'number?',
  change: 'number?',
  uplift: 'number?',
  lower: 'number?',
  upper: 'number?',
  p: 'number?',
} as const satisfies Shape;

const historyShape = {
  ...pastShape,
  margin: 'number',
  is_over: 'boolean?',
  currency: 'text',
} as const satisfies Shape;

/** An effect as the release has it; what cannot be compared has no figures. */
export type StoredEffect = Readonly<Row<typeof effectShape>>;

/** A campaign with what it brought so far. */
export interface CampaignResult extends Readonly<Row<typeof resultShape>> {
  /** In all, then by segment; of each first who bought. */
  readonly effects: readonly StoredEffect[];
}

/** A past campaign, by the lower end of the interval of its answers: nobody was held out. */
export type PastCampaign = Readonly<Row<typeof historyShape>>;

const most = 10_000;

/** What the campaigns of a release brought so far, by name. */
export async function readResults(engine: Engine): Promise<CampaignResult[]> {
  const effects = await engine.rows(
    sql`select effect.*, segment.name as segment_name from models.campaign_effect as effect
      left join segments.segment as segment on segment.segment = effect.segment
      order by effect.campaign, effect.segment nulls first, effect.measure`,
    effectShape,
    most,
  );
  const rows = await engine.rows(
    sql`select plan.campaign, plan.title, plan.status, plan.starts_on, plan.ends_on, plan.measured_to, treated.seen_to, treated.first_taken_on,
        coalesce(treated.members, 0) as treatment, coalesce(held.members, 0) as holdout, coalesce(treated.answered, 0) as answered,
        coalesce(treated.cost, 0) as cost, power.lift, power.power, power.shows, power.treated_needed, power.holdout_needed,
        power.detectable_lift, power.sample_ratio_p, setting.currency
      from marts.campaign_plan as plan
      join models.campaign_power as power on power.campaign = plan.campaign
      cross join warehouse.setting as setting
      left join marts.campaign_result as treated on treated.campaign = plan.campaign and treated.arm = 'treatment'
      left join marts.campaign_result as held on held.campaign = plan.campaign and held.arm = 'holdout'
      order by plan.campaign`,
    resultShape,
    most,
  );
  return rows.map((row) => ({ ...row, effects: effects.filter(({ campaign }) => campaign === row.campaign) }));
}

/** The past campaigns of a release, the highest lower end first. */
export const readHistory = (engine: Engine): Promise<PastCampaign[]> =>
  engine.rows(
    sql`select history.campaign_id, name, channel, started_on, reached, answered, answer_low, answer_high, cost, buyers, margin, is_over,
        setting.currency
      from marts.campaign_history as history cross join warehouse.setting as setting
      where reached > 0 order by answer_low desc, reached desc, campaign_id limit 1000`,
    historyShape,
    1_000,
  );
