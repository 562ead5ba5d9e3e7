import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { detectableLift, powerOf, treatedNeeded } from '../../math/sample-size.ts';
import { drawnRatioP } from '../../math/sample-ratio.ts';
import { listedSql } from '../../sql/listed.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { compareMeans, compareRates, type Effect } from './compare.ts';

/** Units of the sums that are one of the currency. */
const scale = 10_000;

const sumShape = {
  campaign: 'text',
  segment: 'text?',
  arm: 'text',
  members: 'integer',
  buyers: 'integer',
  margin: 'text',
  margin_squares: 'text',
} as const satisfies Shape;

type Sums = Readonly<Row<typeof sumShape>>;

/** More campaigns, and segments in them, than a pipeline has. */
const most = 10_000;

/** Decimals with four or eight places as whole numbers. */
const units = (decimal: string): bigint => BigInt(decimal.replace('.', ''));

const nobody = { members: 0, buyers: 0, margin: '0.0000', margin_squares: '0.00000000' } as const;

const groupOf = ({ members, margin, margin_squares: squares }: Omit<Sums, 'campaign' | 'segment' | 'arm'>) => ({
  n: BigInt(members),
  sum: units(margin),
  squares: units(squares),
});

/**
 * Buyers that each arm must have before margins are compared. Most members buy nothing; with fewer buyers the mean of a group is far from normal, and where none of
 * a small group bought, its variance would pass for 0.
 */
const fewestBuyers = 10;

/** The columns of `models.campaign_effect`. */
export const effectColumns = {
  campaign: 'varchar',
  segment: 'varchar',
  measure: 'varchar',
  treated_members: 'bigint',
  control_members: 'bigint',
  treated: 'double',
  control: 'double',
  difference: 'double',
  change: 'double',
  uplift: 'double',
  lower: 'double',
  upper: 'double',
  p: 'double',
} as const;

/** The effects on one group of members, in both measures; one that cannot be compared has no figures. */
function effectsOf(campaign: string, segment: string | null, rows: readonly Sums[]) {
  const [treated, control] = ['treatment', 'holdout'].map((arm) => rows.find((row) => row.arm === arm) ?? nobody) as [
    Sums,
    Sums,
  ];
  const isEnough = Math.min(treated.buyers, control.buyers) >= fewestBuyers;
  const rate = ({ members, buyers }: Pick<Sums, 'members' | 'buyers'>) => ({ n: members, successes: buyers });
  const of = (measure: string, effect: Effect | null) => ({
    ...{ campaign, segment, measure, treated_members: treated.members, control_members: control.members },
    ...(effect ?? {
      ...{ treated: null, control: null, difference: null, change: null, uplift: null },
      ...{ lower: null, upper: null, p: null },
    }),
  });
  return [
    of('bought', compareRates(rate(treated), rate(control))),
    of('margin', isEnough ? compareMeans(groupOf(treated), groupOf(control), scale) : null),
  ];
}

/**
 * `models.campaign_effect`: what those contacted did more than the holdout, in all (`segment` null) and by segment, in two measures: `bought` (the share who bought)
 * and `margin` (per head). Reads `marts.campaign_result` and `marts.campaign_segment_result`.
 */
export async function campaignEffectSql(engine: Engine): Promise<Sql> {
  const columns = sql`arm, members, buyers, cast(margin as varchar) as margin, cast(margin_squares as varchar) as margin_squares`;
  const rows = await engine.rows(
    sql`select campaign, null as segment, ${columns} from marts.campaign_result
      union all select campaign, segment, ${columns} from marts.campaign_segment_result
      order by campaign, segment nulls first, arm`,
    sumShape,
    most,
  );
  const groups = new Map<string, Sums[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.campaign, row.segment]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return listedSql(
    effectColumns,
    [...groups.values()].flatMap((group) => effectsOf(group[0]!.campaign, group[0]!.segment, group)),
  );
}

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
  detectable_lift: 'double',
  sample_ratio_p: 'double',
} as const;

/** Power that sizes are planned for, and the level of the test. */
const [wantedPower, alpha] = [0.8, 0.05];

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
  return {
    ...known,
    ...sizes,
    power: powerOf(own, treatment),
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
