import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { drawnRatioP } from '../../math/sample-ratio.ts';
import { detectableLift, powerOf, treatedNeeded } from '../../math/sample-size.ts';
import { listedSql } from '../../sql/listed.ts';
import { sql, type Sql } from '../../sql/sql.ts';

const planShape = {
  campaign: 'text',
  treatment: 'integer',
  holdout: 'integer',
  bought_before: 'integer',
  expected_buyers: 'number',
  expected_holdout: 'number',
  holdout_variance: 'number',
  holdout_share: 'number',
  lift: 'number',
} as const satisfies Shape;

/** The columns of `models.campaign_power`. */
export const powerColumns = {
  campaign: 'varchar',
  base_rate: 'double',
  lift: 'double',
  treated_needed: 'bigint',
  holdout_needed: 'bigint',
  power: 'double',
  shows: 'varchar',
  detectable_lift: 'double',
  sample_ratio_p: 'double',
} as const;

/** Power that sizes are planned for, and the level of the test. */
const [wantedPower, alpha] = [0.8, 0.05];

/** Whether the holdout will show the rise that it should: with the power that is planned for, with less, or more likely not. */
function showsOf(power: number): 'yes' | 'maybe' | 'no' {
  if (power >= wantedPower) return 'yes';
  return power >= 0.5 ? 'maybe' : 'no';
}

/**
 * Share of the members who buy without the campaign: who bought in as many days before ((x + ½)/(n + 1), the mean of Jeffreys' posterior: not 0 where nobody did), or who are expected
 * to by lifetime value, whichever is more. Of people who were chosen because they have not bought for long, the past says too little.
 */
const baseRate = (members: number, before: number, expected: number): number =>
  Math.max((before + 0.5) / (members + 1), expected / members);

/** What the sizes of a campaign can show; null where nobody is held out, or nobody takes part. */
function powerRow({ campaign, treatment, holdout, ...plan }: Readonly<Row<typeof planShape>>) {
  const nothing = {
    treated_needed: null,
    holdout_needed: null,
    power: null,
    shows: null,
    detectable_lift: null,
    sample_ratio_p: null,
  };
  const members = treatment + holdout;
  const base = members === 0 ? null : baseRate(members, plan.bought_before, plan.expected_buyers);
  const known = { campaign, base_rate: base, lift: plan.lift };
  const share = plan.holdout_share;
  if (base === null || share === 0 || plan.lift === 0 || base + plan.lift >= 1) return { ...known, ...nothing };
  const wanted = { controlRate: base, treatedRate: base + plan.lift, ratio: share / (1 - share), alpha };
  const needed = treatedNeeded(wanted, wantedPower);
  const sizes = { treated_needed: Math.ceil(needed), holdout_needed: Math.ceil(needed * wanted.ratio) };
  if (treatment === 0 || holdout === 0) return { ...known, ...nothing, ...sizes };
  const own = { ...wanted, ratio: holdout / treatment };
  const power = powerOf(own, treatment);
  return {
    ...known,
    ...sizes,
    power,
    shows: showsOf(power),
    detectable_lift: detectableLift(own, treatment, wantedPower),
    sample_ratio_p: drawnRatioP(holdout, plan.expected_holdout, plan.holdout_variance),
  };
}

/**
 * `models.campaign_power`: how many each campaign needs to show the lift it should, and what those it has can show, with a power of 80 % in a two-sided test of 5 %. Reads
 * `marts.campaign_plan`.
 */
export async function campaignPowerSql(engine: Engine): Promise<Sql> {
  const rows = await engine.rows(
    sql`select campaign, treatment, holdout, bought_before, expected_buyers, expected_holdout, holdout_variance, holdout_share, lift from marts.campaign_plan order by campaign`,
    planShape,
    1_000,
  );
  return listedSql(powerColumns, rows.map(powerRow));
}
