import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { channels, consentingCustomerSql } from '../../exports/consent.sql.ts';
import type { Worth } from '../../text/en/words.ts';
import { join, name, sql } from '../../sql/sql.ts';

/** Of `marts.customer`: no name of a street, no address, no number to call. */
const shape = {
  customer_id: 'text',
  name: 'text?',
  region: 'text?',
  country: 'text?',
  gender: 'text?',
  age_years: 'integer?',
  acquired_on: 'day?',
  acquisition_source: 'text?',
  is_listed: 'boolean',
  is_prospect: 'boolean',
  segment: 'text?',
  segment_name: 'text?',
  second_segment: 'text?',
  rfm_cell: 'text?',
  rfm_score: 'number?',
  rfm_segment: 'text?',
  usage_class: 'text',
  lifecycle: 'text',
  likely_segment: 'text?',
  likely_segment_name: 'text?',
  likely_segment_probability: 'number?',
  first_purchased_on: 'day?',
  last_purchased_on: 'day?',
  frequency: 'integer',
  contacts: 'integer',
  opinion: 'number?',
  opinion_trend: 'number?',
  complaints_open: 'integer',
  best_channel: 'text?',
  best_channel_rate: 'number?',
  best_weekday: 'integer?',
  best_hour: 'integer?',
  revenue: 'number',
  returns: 'number',
  discounts: 'number',
  net_revenue: 'number',
  shipping_charged: 'number',
  cost_of_goods: 'number',
  gross_margin: 'number',
  fulfilment: 'number',
  cost_to_serve: 'number',
  campaign_cost: 'number',
  acquisition_cost: 'number',
  profit: 'number',
  revenue_without_cost: 'number',
} as const satisfies Shape;

/** What the marts say of a customer, without addresses. */
export type CustomerFacts = Readonly<Row<typeof shape>>;

/** The row of one customer; null where there is none. */
export async function readFacts(engine: Engine, id: string): Promise<CustomerFacts | null> {
  const columns = join(Object.keys(shape).map((column) => name(column)));
  const [row] = await engine.rows(sql`select ${columns} from marts.customer where customer_id = ${id}`, shape, 1);
  return row ?? null;
}

/** Calls segments what they are called by now: `names` by code. */
export const withNames = (facts: CustomerFacts, names: ReadonlyMap<string, string>): CustomerFacts => ({
  ...facts,
  segment_name: names.get(facts.segment ?? '') ?? null,
  likely_segment_name: names.get(facts.likely_segment ?? '') ?? null,
});

/** Ids that differ from what was typed in case, blanks or leading zeros alone; a few at most. */
export async function similarIds(engine: Engine, id: string): Promise<string[]> {
  const rows = await engine.rows(
    sql`select customer_id from marts.customer
      where lower(ltrim(trim(customer_id), '0')) = lower(ltrim(trim(${id}), '0')) order by customer_id limit 3`,
    { customer_id: 'text' },
    3,
  );
  return rows.map(({ customer_id }) => customer_id);
}

/** By channel whether the customer may be reached: an opt-in that nothing known of people since has taken back. */
export async function readConsent(engine: Engine, id: string, suppressions?: string): Promise<Record<string, boolean>> {
  const may = channels.map((channel) => `may_${channel}`);
  const [row] = await engine.rows(
    sql`select ${join(may.map((column) => name(column)))} from (${consentingCustomerSql(suppressions)}) as person
      where customer_id = ${id}`,
    Object.fromEntries(may.map((column) => [column, 'boolean' as const])),
    1,
  );
  return Object.fromEntries(channels.map((channel, i) => [channel, row![may[i]!]!]));
}

/** Further columns of the customer file, at most so many. */
const mostAttributes = 100;

/** The attributes of the customer, by name. */
export const readAttributes = (engine: Engine, id: string): Promise<{ attribute: string; value: string }[]> =>
  engine.rows(
    sql`select attribute, value from warehouse.customer_attribute where customer_id = ${id} order by attribute limit ${mostAttributes}`,
    { attribute: 'text', value: 'text' },
    mostAttributes,
  );

/** The place of a customer among all with a purchase, 1 is the best; null for those without one. */
export async function readRank(
  engine: Engine,
  { customer_id: id, is_prospect: isProspect }: CustomerFacts,
  by: Worth,
): Promise<{ by: 'profit' | 'net revenue'; rank: number; customers: number } | null> {
  if (isProspect) return null;
  const [row] = await engine.rows(
    sql`select count(*) as customers, count(*) filter (where other.${name(by)} > own.${name(by)}) + 1 as place
      from marts.customer as other
      cross join (select ${name(by)} from marts.customer where customer_id = ${id}) as own
      where not other.is_prospect`,
    { customers: 'integer', place: 'integer' },
    1,
  );
  return { by: by === 'profit' ? 'profit' : 'net revenue', rank: row!.place, customers: row!.customers };
}
