import { parseHTML } from 'linkedom';
import { onTestFinished } from 'vitest';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { buildReport } from '../../src/reports/build.ts';
import { touchEffectColumns } from '../../src/models/attribution/touch-effect.ts';
import { effectColumns } from '../../src/models/campaign/effect-tables.ts';
import { powerColumns } from '../../src/models/campaign/power-table.ts';
import type { ReportContext } from '../../src/reports/context.ts';
import { bindAll, fillGiven, type Columns, type GivenRow, type GivenTables } from '../support/given.ts';
import { choice, cohortRows, cutPoints, rfm, segmentHistory } from './given-segments.ts';

const loaded: Columns = {
  load_id: 'varchar',
  source: 'varchar',
  table_name: 'varchar',
  file: 'varchar',
  records: 'bigint',
  loaded: 'bigint',
  rejected: 'bigint',
  skipped: 'bigint',
  rounded: 'bigint',
  first_seen_run: 'varchar',
  known: 'boolean',
};

const rejected: Columns = {
  load_id: 'varchar',
  source: 'varchar',
  table_name: 'varchar',
  file: 'varchar',
  line: 'bigint',
  record: 'bigint',
  column_name: 'varchar',
  reason: 'varchar',
  value: 'varchar',
  record_text: 'varchar',
};

const fitted: Columns = { model: 'varchar', name: 'varchar', run_id: 'varchar', fitted: 'varchar', upkeep: 'varchar' };

const cutPointColumns: Columns = {
  measure: 'varchar',
  recency_score: 'integer',
  frequency_score: 'integer',
  score: 'integer',
  level: 'integer',
  above: 'double',
  up_to: 'double',
  customers: 'bigint',
};

const nothing = {
  lines: 0,
  orders: 0,
  revenue: 0,
  returns: 0,
  discounts: 0,
  net_revenue: 0,
  shipping_charged: 0,
  cost_of_goods: 0,
  gross_margin: 0,
  fulfilment: 0,
  cost_to_serve: 0,
  campaign_cost: 0,
  acquisition_cost: 0,
  profit: 0,
  revenue_without_cost: 0,
  lines_without_cost: 0,
};

/** An account that adds up: a tenth of the revenue is returned, half of the rest is cost of goods. */
export function account(revenue: number, costToServe = 0): typeof nothing {
  const returns = revenue / 10;
  const net = revenue - returns;
  const margin = net / 2;
  const fulfilment = net / 20;
  return {
    ...nothing,
    revenue,
    returns,
    net_revenue: net,
    cost_of_goods: net - margin,
    gross_margin: margin,
    fulfilment,
    cost_to_serve: costToServe,
    profit: margin - fulfilment - costToServe,
  };
}

/** The same of what was sold, down to the contribution margin. */
const sales = (revenue: number) => {
  const {
    orders: _orders,
    profit,
    cost_to_serve: _1,
    campaign_cost: _2,
    acquisition_cost: _3,
    ...sold
  } = account(revenue);
  return { ...sold, is_attributed: true, contribution_margin: profit };
};

const served = (cost: number) => ({
  ...{ cost_to_serve: cost, campaign_cost: 0, acquisition_cost: 0 },
  profit: sales(50_000).contribution_margin - cost,
});

const opinion = (dimension: string, member: string, opinions: number, mean: number, z: number, negative: number) => ({
  ...{ dimension, member, opinions, opinion: mean, z, negative, neutral: 0, positive: opinions - negative },
  by_words: 0,
  adjusted_p: opinions < 10 || z === 0 ? null : Math.abs(z) >= 3 ? 0.01 : 0.06,
});

const notSold = { is_attributed: false, cost_to_serve: 5_000, campaign_cost: 750, acquisition_cost: 250 };

const all = account(100_000, 6_000);

const total: GivenRow = {
  ...all,
  as_of: '2026-01-31',
  currency: 'EUR',
  time_zone: 'Europe/Madrid',
  look_back_days: 90,
  customers: 120,
  buyers: 100,
  prospects: 20,
  products: 10,
  products_unlisted: 0,
  contacts: 300,
  orders: 400,
  anonymous_orders: 0,
  orders_with_returns: 12,
  orders_marked_returned: 0,
  orders_shared: 0,
  first_purchased_on: '2024-02-01',
  last_purchased_on: '2026-01-30',
  lines: 900,
  return_lines: 15,
  anonymous_lines: 0,
  anonymous_net_revenue: null,
};

/** A warehouse without a purchase, as a first night without data leaves it. */
export const empty: GivenTables = {
  'marts.total': [
    {
      ...total,
      ...nothing,
      customers: 0,
      buyers: 0,
      prospects: 0,
      contacts: 0,
      first_purchased_on: null,
      last_purchased_on: null,
    },
  ],
  'marts.whale': [{ customers: 0, peak_customers: 0, profit: 0, peak_profit: 0, eroded: 0 }],
  'marts.concentration': [{ customers: 0, below_zero: 0, net_revenue: 0 }],
};

const grid = [1, 2, 3, 4, 5].flatMap((recency_score) =>
  [1, 2, 3, 4, 5].map((frequency_score) => ({
    recency_score,
    frequency_score,
    customers: recency_score + frequency_score === 2 ? 12 : 4,
    monetary: 900 * frequency_score,
    profit: 90 * recency_score,
  })),
);

const curve = Array.from({ length: 101 }, (_, percentile) => ({
  percentile,
  customers: percentile,
  cumulative_profit: 40_000 * Math.sqrt(percentile / 100) - 6_310 * (percentile / 100) ** 4,
  share_of_profit: (40_000 * Math.sqrt(percentile / 100) - 6_310 * (percentile / 100) ** 4) / 33_690,
}));

export const discriminant = {
  model: 'discriminant',
  customers: 98,
  overall: { wilks: 0.412, f: 12.3, df1: 4, df2: 190, p: 1e-9 },
  predictors: [{ predictor: 'age_years' }, { predictor: 'gender=female' }, { predictor: 'log1p(annual_income)' }],
  classes: [
    { class: 's1', customers: 40, centroid: [1.2, -0.1] },
    { class: 's2', customers: 35, centroid: [-0.7, 0.4] },
    { class: 's3', customers: 23, centroid: [-0.9, -0.5] },
  ],
  functions: [
    {
      eigenvalue: 1.1,
      variance: 0.9,
      canonicalCorrelation: 0.72,
      test: { wilks: 0.412, p: 1e-9 },
      structure: [0.8, -0.2, 0.3],
    },
    {
      eigenvalue: 0.1,
      variance: 0.1,
      canonicalCorrelation: 0.3,
      test: { wilks: 0.9, p: 0.21 },
      structure: [0.1, 0.9, -0.4],
    },
  ],
  crossValidated: {
    classes: ['s1', 's2', 's3'],
    counts: [
      [30, 6, 4],
      [5, 25, 5],
      [3, 8, 12],
    ],
    total: 98,
    hitRatio: 67 / 98,
    folds: 5,
  },
  chance: { maximum: 0.41, proportional: 0.35 },
};

const feature = (segment: string, name: string, mean: number, base_mean: number) => ({
  segment,
  feature: name,
  customers: 30,
  mean,
  median: mean,
  base_mean,
  index: (100 * mean) / base_mean,
});

const apart = (
  segment: string,
  feature: string,
  mean: number,
  base_mean: number,
  effect_size: number | null,
  rank: number,
) => ({
  segment,
  feature,
  customers: 30,
  mean,
  median: mean - 0.125,
  base_mean,
  base_median: base_mean - 0.25,
  index: (100 * mean) / base_mean,
  effect_size,
  rank,
});

/** A small company: three segments, one of which loses money, and everything else that the report shows. */
export const company = {
  'marts.total': [total],
  'segments.segment': [
    { segment: 's1', name: 'Loyal regulars', customers: 40 },
    { segment: 's2', name: 'Passers-by', customers: 35 },
    { segment: 's3', name: 'Hagglers', customers: 25 },
  ],
  'segments.feature': [
    apart('s1', 'log1p(frequency)', 8, 4, 1.1, 1),
    apart('s1', 'category_share:Tea', 0.2, 0.5, -0.6, 2),
    apart('s1', 'gender=female', 0.51, 0.5, 0.02, 3),
    apart('s2', 'log1p(frequency)', 2, 4, -0.9, 1),
    { ...apart('s3', 'signed_log(balance)', -3, 5, null, 1), index: null, median: null },
  ],
  'segments.event': [],
  'segments.audience': [
    {
      audience: 'win_back',
      title: 'Tea drinkers',
      description: null,
      condition: 'recency_days > 60',
      customers: 21,
      by_condition: 20,
      included: 1,
      excluded: 2,
    },
  ],
  'segments.neighbour': [
    { segment: 's1', nearest_segment: 's2', distance: 1.5 },
    { segment: 's2', nearest_segment: 's1', distance: 1.5 },
  ],
  'segments.typical_customer': [
    { segment: 's1', place: 1, customer_id: 'b', distance: 0.1 },
    { segment: 's1', place: 2, customer_id: 'a', distance: 0.2 },
  ],
  'marts.segment_profit': [
    { segment: 's1', customers: 40, buyers: 40, ...account(60_000, 1_000) },
    { segment: 's2', customers: 35, buyers: 35, ...account(30_000, 1_000) },
    { segment: 's3', customers: 25, buyers: 25, ...account(8_000, 4_000) },
    { segment: 'none', customers: 20, buyers: 0, ...nothing },
    { segment: 'anonymous', customers: 0, buyers: 0, ...account(2_000) },
  ],
  'marts.segment_profile': [
    feature('s1', 'frequency', 8, 4),
    feature('s2', 'frequency', 2, 4),
    feature('s3', 'frequency', 3, 4),
    feature('s1', 'monetary', 1350, 900),
    feature('s2', 'monetary', 770, 900),
    feature('s3', 'monetary', 290, 900),
  ],
  'marts.segment_category': ['s1', 's2', 's3'].flatMap((segment, i) => [
    { segment, category: 'Tea', net_revenue: 100, share: 0.2 + 0.3 * i, base_share: 0.5, index: 40 + 60 * i },
    { segment, category: 'Cups', net_revenue: 100, share: 0.8 - 0.3 * i, base_share: 0.5, index: 160 - 60 * i },
  ]),
  ...segmentHistory,
  'models.rfm_cut_point': cutPoints,
  'marts.usage_class_profit': [
    { usage_class: 'heavy', customers: 30, buyers: 30, ...account(70_000, 2_000) },
    { usage_class: 'medium', customers: 40, buyers: 40, ...account(20_000, 2_000) },
    { usage_class: 'light', customers: 30, buyers: 30, ...account(8_000, 1_000) },
    { usage_class: 'zero', customers: 20, buyers: 0, ...nothing, cost_to_serve: 1_000, profit: -1_000 },
    { usage_class: 'anonymous', customers: 0, buyers: 0, ...account(2_000) },
  ],
  'marts.lifecycle_profit': [
    { lifecycle: 'new', customers: 20, buyers: 20, ...account(18_000, 1_000) },
    { lifecycle: 'repeating', customers: 55, buyers: 55, ...account(65_000, 3_000) },
    { lifecycle: 'lapsed', customers: 25, buyers: 25, ...account(15_000, 1_000) },
    { lifecycle: 'prospect', customers: 20, buyers: 0, ...nothing, cost_to_serve: 1_000, profit: -1_000 },
    { lifecycle: 'anonymous', customers: 0, buyers: 0, ...account(2_000) },
  ],
  'marts.cohort': cohortRows({ '2025-11-01': [40, 10, 8], '2025-12-01': [20, 8], '2026-01-01': [40] }, 50),
  'marts.rfm_grid': grid,
  'marts.rfm_segment_profit': [
    { rfm_segment: 'Champions', customers: 30, buyers: 30, ...account(70_000) },
    { rfm_segment: 'Hibernating', customers: 54, buyers: 54, ...account(20_000) },
    { rfm_segment: 'At risk', customers: 12, buyers: 12, ...account(7_000) },
    { rfm_segment: "Can't lose them", customers: 4, buyers: 4, ...account(3_000) },
    { rfm_segment: 'none', customers: 20, buyers: 0, ...nothing },
  ],
  'marts.whale': [
    {
      customers: 110,
      peak_customers: 88,
      profit: 33_690, // what belongs to nobody brings 810 of the 34,500
      peak_profit: 37_690,
      eroded: 4_000,
      peak_share_of_customers: 0.8,
      peak_ratio: 37.69 / 33.69,
    },
  ],
  'marts.whale_curve': curve,
  'marts.concentration': [{ customers: 100, below_zero: 1, net_revenue: 90_000, gini: 0.5, top_10_share: 0.4 }],
  'marts.lorenz': Array.from({ length: 101 }, (_, percentile) => ({
    percentile,
    customers: percentile,
    cumulative_net_revenue: 9 * percentile ** 2,
    share_of_net_revenue: (percentile / 100) ** 2,
  })),
  'marts.profit_decile': Array.from({ length: 10 }, (_, i) => ({
    decile: i + 1,
    customers: 11,
    net_revenue: 9_000,
    profit: 7_869 - 1_000 * i,
    least_profit: 600 - 100 * i,
    most_profit: 700 - 100 * i,
  })),
  'marts.loss_maker': [
    {
      ...{ customer_id: 'b', orders: 2, revenue: 200, net_revenue: 120, profit: -96, reason: 'cost_to_serve' },
      ...{ amount: 130, usual_amount: 12, excess: 118, profit_at_usual: 22 },
    },
  ],
  'marts.account_priority': [
    {
      ...{ customer_id: 'a', rank: 1, priority: 120, value_now: 38, value_to_come: 50, leaving_probability: 0.4 },
      ...{
        value_at_risk: 20,
        retention_budget: 2.67,
        reason: 'worth more than usual, and likelier than usual to leave',
      },
      ...{ horizon_days: 365, basis: 'pace so far', risk_basis: 'repurchase', is_margin: true },
    },
  ],
  'marts.cost_gap': [{ cost_line: 'campaign_cost', missing: 'cost of campaigns', channel: '', units: 2 }],
  'marts.category_profit': [
    { category: 'Tea', ...sales(70_000) },
    { category: 'Cups', ...sales(30_000) },
    { category: '', ...notSold },
  ],
  'marts.source_profit': [
    { acquisition_source: 'fair', customers: 60, buyers: 55, ...account(70_000) },
    { acquisition_source: 'search', customers: 60, buyers: 45, ...account(30_000, 6_000) },
    { acquisition_source: 'anonymous', customers: 0, buyers: 0, ...account(2_000) },
  ],
  'marts.month_profit': [
    { month: '2025-12-01', ...sales(50_000), ...served(4_000) },
    { month: '2026-01-01', ...sales(50_000), ...served(2_000) },
  ],
  'marts.opinion': [
    opinion('all', '', 200, -0.1, 0, 60),
    opinion('segment', 's1', 90, 0.1, 3.4, 10),
    opinion('segment', 's2', 110, -0.26, -3.2, 50),
    { ...opinion('product', 't1', 12, -0.5, -4, 9), product_name: '<b>Pot</b>', product_category: 'Tea' },
    { ...opinion('product', 't2', 12, -0.4, -2.9, 8), product_name: 'By chance', product_category: 'Tea' },
    { ...opinion('product', 't3', 9, 0.9, 5, 0), product_name: 'Too few', product_category: 'Tea' },
    opinion('channel', 'call_center', 200, -0.1, 0, 60),
  ],
  'marts.customer': [
    { customer_id: 'p', is_prospect: true, likely_segment: 's2', likely_segment_probability: 0.75 },
    { customer_id: 'q', is_prospect: true, likely_segment: 's2', likely_segment_probability: 0.5 },
    { customer_id: 'r', is_prospect: true, likely_segment: 's1', likely_segment_probability: 0.5 },
    { customer_id: 'u', is_prospect: true, profit: -2, complaints_open: 2 },
    {
      customer_id: 'a',
      name: 'SECRET',
      is_prospect: false,
      profit: 38,
      frequency: 7,
      monetary: 61.5,
      last_purchased_on: '2026-01-30',
    },
    { customer_id: 'b', email: 'SECRET', is_prospect: false, profit: -96 },
    { customer_id: 'c', is_prospect: false, profit: -0.004 },
  ].map((row) => ({ is_listed: true, profit: 0, net_revenue: 0, frequency: 0, monetary: 0, ...row })),
  'raw.loads': [
    {
      load_id: 'l1',
      source: 'shop',
      table_name: 'purchases',
      file: 'a.csv',
      records: 500,
      loaded: 497,
      rejected: 2,
      skipped: 1,
      rounded: 3,
    },
    {
      load_id: 'l2',
      source: 'shop',
      table_name: 'purchases',
      file: 'b.csv',
      records: 500,
      loaded: 500,
      rejected: 0,
      skipped: 0,
      rounded: 0,
    },
  ],
  'raw.rejects': [
    {
      source: 'shop',
      table_name: 'purchases',
      column_name: 'purchased_at',
      reason: 'not_a_date',
      line: 4,
      record_text: 'SECRET',
    },
    {
      source: 'shop',
      table_name: 'purchases',
      column_name: 'purchased_at',
      reason: 'not_a_date',
      line: 7,
      record_text: 'SECRET',
    },
  ],
  'models.prospect_model': [
    {
      model: 'discriminant',
      customers: 100,
      measured: 95,
      correct: 65,
      hit_ratio: 0.65,
      chance: 0.41,
      is_used: true,
    },
  ],
  'models.fitted': [
    {
      model: 'discriminant',
      name: 'discriminant',
      run_id: '2026-02-01T020000Z-0001',
      fitted: JSON.stringify(discriminant),
    },
    { model: 'discriminant', name: 'discriminant', run_id: '2026-01-01T020000Z-0001', fitted: '{}' },
    {
      model: 'kmeans',
      name: 'kmeans',
      run_id: '2026-02-01T020000Z-0001',
      fitted: JSON.stringify({ total: 100, within: 40, choice }),
    },
    { model: 'rfm', name: 'rfm', run_id: '2026-02-01T020000Z-0001', fitted: JSON.stringify(rfm()) },
  ],
} satisfies GivenTables;

const ofCosts = { cost_of_goods: 0, fulfilment: 0, cost_to_serve: 0 };

/** A row as it is where no cost is known: what is called profit is net revenue. */
const withoutCost = (row: GivenRow): GivenRow => {
  const { net_revenue: net } = row;
  if (!('gross_margin' in row)) return row;
  const left = { gross_margin: net!, revenue_without_cost: net! };
  return 'profit' in row ? { ...row, ...ofCosts, ...left, profit: net! } : { ...row, cost_of_goods: 0, ...left };
};

/** The same company, where nobody has told what anything costs. */
export const withoutCosts: GivenTables = {
  ...Object.fromEntries(
    Object.entries(company as GivenTables).map(([relation, rows]) => [relation, rows.map(withoutCost)]),
  ),
  'marts.segment_profile': [
    ...company['marts.segment_profile'],
    ...['s1', 's2', 's3'].map((segment) => feature(segment, 'profit', 2_000, 1_000)),
  ],
};

const ruleColumns: Columns = {
  class: 'varchar',
  rank: 'integer',
  words: 'varchar',
  condition: 'varchar',
  customers: 'bigint',
  purity: 'double',
  coverage: 'double',
};

const prospectModelColumns: Columns = {
  model: 'varchar',
  customers: 'bigint',
  measured: 'bigint',
  correct: 'bigint',
  hit_ratio: 'double',
  chance: 'double',
  is_used: 'boolean',
};

let known: Promise<ReadonlyMap<string, Columns>> | undefined;

/** The tables that reports read, with the columns that the `.sql` files give them. */
function tablesOfReports(): Promise<ReadonlyMap<string, Columns>> {
  const bind = async (): Promise<ReadonlyMap<string, Columns>> => {
    const engine = await openDuckdb();
    const columns = [...(await bindAll(engine))].filter(([relation]) => /^(marts|segments|models)\./.test(relation));
    await engine.close();
    return new Map([
      ...columns,
      ['raw.loads', loaded],
      ['raw.rejects', rejected],
      ['models.fitted', fitted],
      ['models.rfm_cut_point', cutPointColumns],
      ['models.tree_rule', ruleColumns],
      ['models.prospect_model', prospectModelColumns],
      ['models.campaign_effect', effectColumns],
      ['models.campaign_power', powerColumns],
      ['models.touch_effect', touchEffectColumns],
    ]);
  };
  known ??= bind();
  return known;
}

/** A warehouse of marts written by hand, of its own. */
export async function warehouseOf(given: GivenTables): Promise<Engine> {
  const engine = await openDuckdb();
  onTestFinished(() => engine.close());
  for (const [relation, columns] of await tablesOfReports())
    await fillGiven(engine, relation, columns, given[relation] ?? []);
  return engine;
}

let shared: Promise<Engine> | undefined;
/** The rows of the tables of the shared warehouse. */
const held = new Map<string, string>();
let turn: Promise<unknown> = Promise.resolve();

/** Does something with a warehouse that all tests share, one after the other: only tables with other rows are written anew. */
function withWarehouse<T>(given: GivenTables, use: (engine: Engine) => Promise<T>): Promise<T> {
  const used = turn.then(async () => {
    shared ??= openDuckdb({ threads: 1 });
    const engine = await shared;
    for (const [relation, columns] of await tablesOfReports()) {
      const rows = given[relation] ?? [];
      const text = JSON.stringify(rows);
      if (held.get(relation) === text) continue;
      held.delete(relation);
      await fillGiven(engine, relation, columns, rows);
      held.set(relation, text);
    }
    return use(engine);
  });
  turn = used.catch(() => undefined);
  return used;
}

export const context: ReportContext = {
  title: 'Haitzondo Denda',
  asOf: '2026-01-31',
  runId: '2026-02-01T020000Z-0001',
  currency: 'EUR',
  version: '0.1.0',
  files: [
    { file: 'segments/all-customers.csv', rows: 100 },
    { file: 'segments/prospects.csv', rows: 20 },
    { file: 'segments/s1-loyal-regulars.csv', rows: 40, segment: 's1' },
  ],
};

/** A page, as text and as a document to be read. */
interface ReportPage {
  readonly html: string;
  readonly document: Document;
  readonly textOf: (selector: string) => string;
}

async function pageOf(given: GivenTables, more: Partial<ReportContext>): Promise<ReportPage> {
  const html = await withWarehouse(given, (engine) => buildReport(engine, { ...context, ...more }));
  const { document } = parseHTML(html);
  const textOf = (selector: string): string =>
    [...document.querySelectorAll(selector)]
      .map((node) => node.textContent)
      .join(' ')
      .replace(/\s+/g, ' ');
  return { html, document, textOf };
}

/** Pages of data that still are: the same data give the same bytes, as a test shows. */
const made = new WeakMap<GivenTables, Promise<ReportPage>>();

/** The page of a warehouse. */
export function reportOf(given: GivenTables = company, more: Partial<ReportContext> = {}): Promise<ReportPage> {
  if (Object.keys(more).length > 0) return pageOf(given, more);
  const page = made.get(given) ?? pageOf(given, more);
  made.set(given, page);
  return page;
}
