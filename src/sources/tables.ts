/**
 * What a column of a canonical table holds, and so how its text is read: `id` text that is never empty · `text` · `money` and
 * `quantity` decimals with 4 places · `score` one from -1 to 1 · `time` date with or without time of day · `day` date · `flag` yes or no.
 */
export type ColumnType = 'id' | 'text' | 'money' | 'quantity' | 'score' | 'time' | 'day' | 'flag';

/** Whether values of a type are decimals. */
export const isDecimal = (type: ColumnType): boolean => type === 'money' || type === 'quantity' || type === 'score';

/** One column of a canonical table. */
export interface CanonicalColumn {
  readonly type: ColumnType;
  readonly required?: boolean;
  /** What it means, for `init`, the JSON Schema and the data dictionary. */
  readonly meaning: string;
}

/** One canonical table: its key and its columns. */
export interface CanonicalTable {
  readonly key: readonly string[];
  readonly meaning: string;
  readonly columns: Readonly<Record<string, CanonicalColumn>>;
}

const customers: CanonicalTable = {
  key: ['customer_id'],
  meaning: 'people and companies: customers and prospects',
  columns: {
    customer_id: { type: 'id', required: true, meaning: 'identifies the customer in every table' },
    name: { type: 'text', meaning: 'as it is written to the customer' },
    first_name: { type: 'text', meaning: 'given name, where it is known apart' },
    last_name: { type: 'text', meaning: 'family name, where it is known apart' },
    email: { type: 'text', meaning: 'e-mail address' },
    phone: { type: 'text', meaning: 'telephone number' },
    birth_date: { type: 'day', meaning: 'date of birth' },
    gender: { type: 'text', meaning: 'gender, in the words of the source' },
    country: { type: 'text', meaning: 'country' },
    region: { type: 'text', meaning: 'region, state or province' },
    city: { type: 'text', meaning: 'city' },
    postal_code: { type: 'text', meaning: 'postal code; text, so that leading zeros stay' },
    language: { type: 'text', meaning: 'language the customer is addressed in' },
    annual_income: { type: 'money', meaning: 'income of a year' },
    acquired_on: { type: 'day', meaning: 'day the customer or prospect became known' },
    acquisition_source: { type: 'text', meaning: 'where the customer came from: search, referral, fair …' },
    acquisition_medium: { type: 'text', meaning: 'kind of source: cpc, organic, e-mail …' },
    acquisition_campaign: { type: 'text', meaning: 'campaign that brought the customer' },
    referrer: { type: 'text', meaning: 'site or person that referred the customer' },
    email_opt_in: { type: 'flag', meaning: 'may be written to by e-mail' },
    phone_opt_in: { type: 'flag', meaning: 'may be called' },
    sms_opt_in: { type: 'flag', meaning: 'may be sent text messages' },
    post_opt_in: { type: 'flag', meaning: 'may be sent post' },
    ads_opt_in: { type: 'flag', meaning: 'may be matched with advertising platforms' },
  },
};

const products: CanonicalTable = {
  key: ['product_id'],
  meaning: 'what is sold',
  columns: {
    product_id: { type: 'id', required: true, meaning: 'identifies the product' },
    name: { type: 'text', meaning: 'name of the product' },
    category: { type: 'text', meaning: 'category that shares and profit are shown by' },
    brand: { type: 'text', meaning: 'brand' },
    list_price: { type: 'money', meaning: 'price of one unit before discount' },
    unit_cost: { type: 'money', meaning: 'cost of one unit, where the order line has none' },
  },
};

const purchases: CanonicalTable = {
  key: ['order_id', 'line_number'],
  meaning: 'order lines; a return is a line with a negative quantity',
  columns: {
    order_id: { type: 'id', required: true, meaning: 'identifies the order' },
    line_number: { type: 'id', meaning: 'identifies the line in its order; left out: lines are numbered' },
    customer_id: { type: 'id', required: true, meaning: 'who bought' },
    product_id: { type: 'id', meaning: 'what was bought' },
    purchased_at: { type: 'time', required: true, meaning: 'when' },
    quantity: { type: 'quantity', required: true, meaning: 'units; negative for a return' },
    unit_price: { type: 'money', meaning: 'price of one unit before discount, without tax; or map amount' },
    amount: { type: 'money', meaning: 'what was paid for the line after discount, without tax; or map unit_price' },
    discount: { type: 'money', meaning: 'money taken off the line' },
    tax: { type: 'money', meaning: 'tax of the line' },
    shipping: { type: 'money', meaning: 'shipping the customer paid for the line' },
    unit_cost: { type: 'money', meaning: 'cost of one unit; or map cost' },
    cost: { type: 'money', meaning: 'cost of the line; or map unit_cost' },
    channel: { type: 'text', meaning: 'where it was bought: web, store, phone …' },
    store: { type: 'text', meaning: 'store' },
    sales_rep: { type: 'text', meaning: 'who sold it' },
    currency: { type: 'text', meaning: 'ISO 4217 code; left out: the currency of the pipeline' },
  },
};

const interactions: CanonicalTable = {
  key: ['interaction_id'],
  meaning: 'contacts with a customer or prospect, in either direction',
  columns: {
    interaction_id: { type: 'id', required: true, meaning: 'identifies the contact' },
    customer_id: { type: 'id', required: true, meaning: 'with whom' },
    occurred_at: { type: 'time', required: true, meaning: 'when' },
    channel: {
      type: 'text',
      required: true,
      meaning: 'call_center, email, telemarketing, web, self_service, social, store, chat or post',
    },
    direction: { type: 'text', meaning: 'inbound or outbound' },
    kind: { type: 'text', meaning: 'what it was: complaint, question, order, newsletter …' },
    campaign_id: { type: 'id', meaning: 'campaign it belongs to' },
    referrer: { type: 'text', meaning: 'where a visit came from' },
    duration_seconds: { type: 'quantity', meaning: 'how long it took' },
    cost: { type: 'money', meaning: 'what it cost; left out: the rate of its channel in the pipeline' },
    outcome: { type: 'text', meaning: 'how it ended' },
    sentiment: { type: 'score', meaning: 'opinion from -1, very bad, to 1, very good' },
    text: { type: 'text', meaning: 'what was said' },
  },
};

const campaigns: CanonicalTable = {
  key: ['campaign_id'],
  meaning: 'campaigns that interactions belong to',
  columns: {
    campaign_id: { type: 'id', required: true, meaning: 'identifies the campaign' },
    name: { type: 'text', meaning: 'name of the campaign' },
    channel: { type: 'text', meaning: 'channel it ran on' },
    started_on: { type: 'day', meaning: 'first day' },
    ended_on: { type: 'day', meaning: 'last day' },
    cost: { type: 'money', meaning: 'what it cost in all' },
  },
};

const returns: CanonicalTable = {
  key: ['order_id'],
  meaning: 'orders marked as returned by a list without amounts; it changes no total',
  columns: {
    order_id: { type: 'id', required: true, meaning: 'the order that came back' },
    returned_on: { type: 'day', meaning: 'when' },
    reason: { type: 'text', meaning: 'why' },
  },
};

/** The tables that any source is mapped to. */
export const canonicalTables = { customers, products, purchases, interactions, campaigns, returns } as const;

export type TableName = keyof typeof canonicalTables;

export const tableNames = Object.keys(canonicalTables) as TableName[];
