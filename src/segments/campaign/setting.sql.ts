import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Campaign } from './campaign.ts';

const types = {
  campaign: 'varchar',
  title: 'varchar',
  audience: 'varchar',
  channel: 'varchar',
  starts_on: 'date',
  ends_on: 'date',
  measured_to: 'date',
  unit_cost: 'decimal(18, 4)',
  budget: 'decimal(18, 4)',
  value_basis: 'varchar',
  value_amount: 'decimal(18, 4)',
  planned_response: 'decimal(9, 6)',
  holdout_share: 'decimal(9, 6)',
  lift: 'decimal(9, 6)',
  priority: 'integer',
  cap_contacts: 'integer',
  cap_days: 'integer',
} as const;

const money = (amount: number | null): string | null => (amount === null ? null : amount.toFixed(4));

const rowOf = (one: Campaign): Readonly<Record<keyof typeof types, string | null>> => ({
  ...{ campaign: one.campaign, title: one.title, audience: one.audience, channel: one.channel },
  ...{ starts_on: one.startsOn, ends_on: one.endsOn, measured_to: one.measuredTo },
  ...{ unit_cost: money(one.unitCost), budget: money(one.budget) },
  value_basis: typeof one.value === 'number' ? 'amount' : one.value,
  value_amount: typeof one.value === 'number' ? money(one.value) : null,
  planned_response: one.response === null ? null : one.response.toFixed(6),
  ...{ holdout_share: one.holdout.toFixed(6), lift: one.lift.toFixed(6), priority: String(one.priority) },
  cap_contacts: one.cap === null ? null : String(one.cap.contacts),
  cap_days: one.cap === null ? null : String(one.cap.days),
});

/** The channels of past campaigns that a channel of consent stands for: a call is a call, whoever calls it telemarketing. */
const alike = sql`case when history.channel in ('call_center', 'telemarketing') then 'phone' else history.channel end`;

/**
 * `segments.campaign`: what the pipeline says of each campaign, whether it is `planned`, `running` or `ended` on the as-of day, and the response that is expected:
 * the one it says, or the share of those reached by past campaigns of the channel who answered. Reads `marts.campaign_history` and `warehouse.setting`.
 */
export function campaignSql(campaigns: readonly Campaign[]): Sql {
  const columns = Object.keys(types) as (keyof typeof types)[];
  const cast = columns.map((column) => sql`cast(${name(column)} as ${raw(types[column])}) as ${name(column)}`);
  const rows = campaigns.map((one) => {
    const row = rowOf(one);
    return sql`(${join(columns.map((column) => sql`${row[column]}`))})`;
  });
  const none = sql`(${join(columns.map(() => raw('null')))})`;
  return sql`with listed as (
      select ${join(cast)} from (values ${rows.length === 0 ? none : join(rows)}) as listed (${join(columns.map((column) => name(column)))})
      where ${raw(rows.length === 0 ? 'false' : 'true')}
    ),
    answers as (
      select ${alike} as channel, cast(cast(sum(history.answered) as double) / sum(history.reached) as decimal(9, 6)) as response
      from marts.campaign_history as history where history.reached > 0 group by 1
    )
    select listed.* exclude (planned_response),
      coalesce(listed.planned_response, answers.response) as response,
      case when setting.as_of < listed.starts_on then 'planned' when setting.as_of <= listed.ends_on then 'running' else 'ended' end as status
    from listed cross join warehouse.setting as setting
    left join answers on answers.channel = listed.channel
    order by listed.campaign`;
}
