import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';

const shape = {
  campaign: 'text',
  title: 'text?',
  audience: 'text',
  channel: 'text',
  status: 'text',
  starts_on: 'day',
  ends_on: 'day',
  measured_to: 'day',
  unit_cost: 'number?',
  budget: 'number?',
  value_basis: 'text',
  response: 'number',
  response_basis: 'text',
  answer_rate: 'number',
  purchase_share: 'number',
  uplift: 'number?',
  uplift_treated: 'integer',
  uplift_control: 'integer',
  holdout_share: 'number',
  considered: 'integer',
  no_consent: 'integer',
  no_address: 'integer',
  complaint_open: 'integer',
  other_campaign: 'integer',
  contacted_often: 'integer',
  value_unknown: 'integer',
  expected_loss: 'integer',
  budget_ended: 'integer',
  treatment: 'integer',
  holdout: 'integer',
  new_members: 'integer',
  cost: 'number',
  expected_answers: 'number',
  expected_purchases: 'number',
  expected_value: 'number',
  expected_profit: 'number',
  break_even_response: 'number?',
  base_rate: 'number?',
  lift: 'number',
  treated_needed: 'integer?',
  holdout_needed: 'integer?',
  power: 'number?',
  shows: 'text?',
  detectable_lift: 'number?',
  sample_ratio_p: 'number?',
  currency: 'text',
} as const satisfies Shape;

/** A campaign with what it comes to, and what its sizes can show. */
export type CampaignPlan = Readonly<Row<typeof shape>>;

/** More campaigns than a pipeline has. */
const most = 1_000;

/** The campaigns of a release by name. Reads `marts.campaign_plan`, `models.campaign_power` and `warehouse.setting`. */
export const readPlans = (engine: Engine): Promise<CampaignPlan[]> =>
  engine.rows(
    sql`select plan.* exclude (lift), power.* exclude (campaign), setting.currency
      from marts.campaign_plan as plan
      join models.campaign_power as power on power.campaign = plan.campaign
      cross join warehouse.setting as setting
      order by plan.campaign`,
    shape,
    most,
  );
