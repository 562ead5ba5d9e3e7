/**
 * What a value is. For people: `text` guarded against formulas · `money` with 2 decimals · `share` and `number` with 4 · `weekday` by its name, for programs 1 = Monday … 7 = Sunday · the rest as it is;
 * a missing value is an empty cell.
 */
export type ExportKind = 'text' | 'money' | 'whole' | 'share' | 'number' | 'day' | 'weekday' | 'flag';

/** The columns of a file for people, in their order: name in `marts.customer` → kind. */
export type ExportColumns = Readonly<Record<string, ExportKind>>;

const identity = {
  customer_id: 'text',
  name: 'text',
  email: 'text',
  phone: 'text',
  sms: 'text',
  city: 'text',
  postal_code: 'text',
  region: 'text',
  country: 'text',
  language: 'text',
  may_email: 'flag',
  may_phone: 'flag',
  may_sms: 'flag',
  may_post: 'flag',
  may_ads: 'flag',
} as const satisfies ExportColumns;

/** The segment that a prospect resembles. */
const likeness = {
  likely_segment: 'text',
  likely_segment_name: 'text',
  likely_segment_probability: 'share',
  lookalike_probability: 'share',
  lookalike_rank: 'whole',
  lookalike_reason: 'text',
} as const satisfies ExportColumns;

/** How and when to reach them. */
const reach = {
  best_channel: 'text',
  best_channel_rate: 'share',
  best_weekday: 'weekday',
  best_hour: 'whole',
} as const satisfies ExportColumns;

/** `all-customers.csv` and the file of each segment. */
export const customerColumns = {
  ...identity,
  segment: 'text',
  segment_name: 'text',
  rfm_segment: 'text',
  rfm_cell: 'text',
  usage_class: 'text',
  lifecycle: 'text',
  first_purchased_on: 'day',
  last_purchased_on: 'day',
  recency_days: 'whole',
  repurchase_probability: 'share',
  p_alive: 'share',
  lifetime_value: 'money',
  next_purchase_on: 'day',
  overdue: 'share',
  next_product_id: 'text',
  next_product: 'text',
  next_product_reason: 'text',
  priority_rank: 'whole',
  priority_reason: 'text',
  value_to_come: 'money',
  retention_budget: 'money',
  frequency: 'whole',
  monetary: 'money',
  mean_order_value: 'money',
  favourite_category: 'text',
  favourite_channel: 'text',
  ...reach,
  contacts: 'whole',
  complaints: 'whole',
  complaints_open: 'whole',
  opinion: 'number',
  last_contacted_on: 'day',
  net_revenue: 'money',
  gross_margin: 'money',
  cost_to_serve: 'money',
  profit: 'money',
  currency: 'text',
} as const satisfies ExportColumns;

/** The file of an audience, of customers and prospects: `how` says whether somebody is in it by its condition, or was included by hand. */
export const audienceColumns = { ...customerColumns, ...likeness, how: 'text' } as const satisfies ExportColumns;

/** The file of a campaign: those to contact, since which night they are in it, what contacting them costs and what it should bring beyond that. */
export const campaignColumns = {
  ...customerColumns,
  ...likeness,
  since: 'day',
  contact_cost: 'money',
  purchase_probability: 'share',
  expected_profit: 'money',
} as const satisfies ExportColumns;

/** `prospects.csv`: people who have not bought yet, with the segment they resemble. */
export const prospectColumns = {
  ...identity,
  ...likeness,
  acquired_on: 'day',
  acquisition_source: 'text',
  acquisition_medium: 'text',
  ...reach,
  contacts: 'whole',
  complaints: 'whole',
  complaints_open: 'whole',
  opinion: 'number',
  last_contacted_on: 'day',
  cost_to_serve: 'money',
  currency: 'text',
} as const satisfies ExportColumns;
