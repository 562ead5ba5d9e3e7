import type { PluralForms } from '../format.ts';

/** Nouns that are counted. */
export const nouns = {
  customer: { one: 'customer', other: 'customers' },
  prospect: { one: 'prospect', other: 'prospects' },
  person: { one: 'customer or prospect', other: 'customers and prospects' },
  lossMaker: { one: 'loss maker', other: 'loss makers' },
  segment: { one: 'segment', other: 'segments' },
  order: { one: 'order', other: 'orders' },
  record: { one: 'record', other: 'records' },
  file: { one: 'file', other: 'files' },
  audience: { one: 'audience', other: 'audiences' },
  campaign: { one: 'campaign', other: 'campaigns' },
  people: { one: 'person', other: 'people' },
  category: { one: 'category', other: 'categories' },
  source: { one: 'source', other: 'sources' },
  reason: { one: 'reason', other: 'reasons' },
  check: { one: 'check', other: 'checks' },
  row: { one: 'row', other: 'rows' },
  day: { one: 'day', other: 'days' },
  opinion: { one: 'opinion', other: 'opinions' },
  complaint: { one: 'complaint', other: 'complaints' },
  predictor: { one: 'attribute', other: 'attributes' },
  canonicalFunction: { one: 'function', other: 'functions' },
} as const satisfies Record<string, PluralForms>;

/** What the columns of `features.customer` and `marts.customer` are called. */
export const features: Readonly<Record<string, string>> = {
  recency_days: 'Days since last purchase',
  frequency: 'Orders',
  monetary: 'Money spent',
  tenure_days: 'Days since first purchase',
  purchase_interval_days: 'Days between purchases',
  mean_order_value: 'Order value',
  quantity_per_order: 'Units per order',
  products: 'Different products',
  discount_share: 'Share discounted',
  return_share: 'Share returned',
  weekend_share: 'Share bought at weekends',
  evening_share: 'Share bought in the evening',
  contacts: 'Contacts',
  complaints: 'Complaints',
  complaints_open: 'Open complaints',
  opinions: 'Opinions',
  opinion: 'Opinion',
  opinion_trend: 'Trend of the opinion',
  cost_to_serve: 'Cost to serve',
  profit: 'Profit',
  age_years: 'Age',
  annual_income: 'Income of a year',
  known_days: 'Days known',
  category_share: 'Spent on',
  channel_share: 'Ordered by',
  gender: 'Gender',
  country: 'Country',
  region: 'Region',
  language: 'Language',
  first_channel: 'First contact by',
  first_referrer: 'First site',
  acquisition_source: 'Acquisition source',
  acquisition_medium: 'Acquisition medium',
};

/** The lines of a profit and loss account, from sales to profit. */
export const account = {
  revenue: 'Revenue',
  returns: 'Returns',
  discounts: 'Discounts',
  net_revenue: 'Net revenue',
  shipping_charged: 'Shipping charged',
  cost_of_goods: 'Cost of goods',
  gross_margin: 'Gross margin',
  fulfilment: 'Fulfilment',
  cost_to_serve: 'Cost to serve',
  campaign_cost: 'Campaigns',
  acquisition_cost: 'Acquisition',
  profit: 'Profit',
} as const;

/** How an amount that customers are ranked by is spoken of. */
export interface WorthWords {
  readonly label: string;
  /** Behind “of”. */
  readonly whole: string;
  readonly share: string;
  readonly each: string;
  readonly most: string;
}

/** The amount that customers are ranked by: profit, or net revenue where no cost is known. */
export const worth = {
  profit: {
    label: 'Profit',
    whole: 'the profit',
    share: 'Share of profit',
    each: 'Profit each',
    most: 'earns most',
  },
  net_revenue: {
    label: 'Net revenue',
    whole: 'net revenue',
    share: 'Share of net revenue',
    each: 'Net revenue each',
    most: 'brings most',
  },
} as const satisfies Record<string, WorthWords>;

/** One of the two. */
export type Worth = keyof typeof worth;

/** The line of the account that makes somebody a loss maker; the codes are those of `marts.loss_maker`. */
export const lossReasons: Readonly<Record<string, string>> = {
  returns: 'Returns',
  discounts: 'Discounts',
  cost_of_goods: 'Cost of goods',
  delivery: 'Delivery',
  return_handling: 'Handling of returns',
  cost_to_serve: 'Contacts',
  campaign_cost: 'Campaigns',
  acquisition_cost: 'Acquisition',
  all_costs: 'All costs, as usual',
};

/** Costs as a sentence lists them. */
export const costs = {
  cost_of_goods: 'goods',
  fulfilment: 'fulfilment',
  cost_to_serve: 'contacts',
  campaign_cost: 'campaigns',
  acquisition_cost: 'acquisition',
} as const;

/** One of them, by its column. */
export type Cost = keyof typeof costs;

/** Why a record was rejected; the codes are those of `raw.rejects`. */
export const reasons: Readonly<Record<string, string>> = {
  conflicting_rows_of_one_key: 'different records with the same key',
  does_not_fit: 'larger than any amount can be',
  has_a_nul_character: 'holds a NUL character',
  has_an_invisible_character: 'holds a tab or an invisible character',
  has_a_time_of_day: 'a time of day where a day is expected',
  impossible_date: 'a date before 1900 or after 2199',
  missing: 'missing',
  not_a_date: 'not a date',
  not_a_json_object: 'not a JSON object',
  not_from_minus_1_to_1: 'below -1 or above 1: a score of another scale',
  not_a_number: 'not a number',
  not_json: 'not JSON',
  not_yes_or_no: 'neither yes nor no',
  too_few_fields: 'fewer fields than the header',
  too_many_fields: 'more fields than the header',
  unknown_customer: 'a customer that no list of customers has',
};

/** What a row of the data is: of a file it may be anything. */
export type RowNoun = 'row' | 'customer';

/** Many of them. */
export const rowsOf: Readonly<Record<RowNoun, string>> = { row: 'rows', customer: 'customers' };
