import { join, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Campaign, ExpectedResponse } from './campaign.ts';

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
  holdout_share: 'decimal(9, 6)',
  lift: 'decimal(9, 6)',
  priority: 'integer',
  cap_contacts: 'integer',
  cap_days: 'integer',
  open_complaints: 'boolean',
  response: 'decimal(9, 6)',
  response_basis: 'varchar',
  answer_rate: 'decimal(9, 6)',
  purchase_share: 'decimal(9, 6)',
  uplift: 'decimal(9, 6)',
  uplift_treated: 'bigint',
  uplift_control: 'bigint',
} as const;

/** A campaign with what is expected of a contact. */
export interface ExpectantCampaign extends Campaign {
  readonly expected: ExpectedResponse;
}

const money = (amount: number | null): string | null => (amount === null ? null : amount.toFixed(4));

const share = (rate: number | null): string | null => (rate === null ? null : rate.toFixed(6));

const rowOf = (one: ExpectantCampaign): Readonly<Record<keyof typeof types, string | null>> => ({
  ...{ campaign: one.campaign, title: one.title, audience: one.audience, channel: one.channel },
  ...{ starts_on: one.startsOn, ends_on: one.endsOn, measured_to: one.measuredTo },
  ...{ unit_cost: money(one.unitCost), budget: money(one.budget) },
  value_basis: typeof one.value === 'number' ? 'amount' : one.value,
  value_amount: typeof one.value === 'number' ? money(one.value) : null,
  ...{ holdout_share: share(one.holdout), lift: share(one.lift), priority: String(one.priority) },
  cap_contacts: one.cap === null ? null : String(one.cap.contacts),
  cap_days: one.cap === null ? null : String(one.cap.days),
  open_complaints: String(one.openComplaints),
  ...{ response: share(one.expected.response), response_basis: one.expected.basis },
  ...{ answer_rate: share(one.expected.answerRate), purchase_share: share(one.expected.purchaseShare) },
  uplift: share(one.expected.uplift),
  ...{ uplift_treated: String(one.expected.upliftTreated), uplift_control: String(one.expected.upliftControl) },
});

/**
 * `segments.campaign`: what the pipeline says of each campaign, what is expected of it, and whether it is `planned`, `running` or `ended` on the as-of day. Reads
 * `warehouse.setting`.
 */
export function campaignSql(campaigns: readonly ExpectantCampaign[]): Sql {
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
    )
    select listed.*,
      case when setting.as_of < listed.starts_on then 'planned' when setting.as_of <= listed.ends_on then 'running' else 'ended' end as status
    from listed cross join warehouse.setting as setting
    order by listed.campaign`;
}
