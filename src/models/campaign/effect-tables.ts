import type { Engine, Row, Shape } from '../../engine/engine.ts';
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
