import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { main } from '../../src/cli.ts';
import { recordingEffects } from './effects.ts';

/** Names from right to left, with what turns text, breaks lines, or would act in a page or a spreadsheet. */
export const hebrewNames = {
  company: 'חנות ההרים [תל אביב] </title><script>alert(1)</script>',
  /** Characters that turn the text around them are allowed in data, not in names that people give. */
  mountain: 'הרים (ציוד) \u202e[1] abc',
  kitchen: '<img src=x onerror=alert(2)> מטבח',
  customer: 'יעל\u2028"כהן" <script>alert(3)</script>',
  audience: 'לחזור אליהם [חורף] & עוד',
} as const;

const { company, mountain, kitchen, customer, audience } = hebrewNames;

const quoted = (text: string): string => JSON.stringify(text);

/** The pipeline of a shop that speaks Hebrew: one contact channel has no cost, so that the run has something to remark; one source has no file yet. */
const pipeline = `name: nightly
company: ${quoted(company)}
language: he
store: store
time_zone: Asia/Jerusalem
as_of: latest
currency: ILS
sources:
  customers: { files: data/customers.csv, tables: { customers: same }, mode: snapshot }
  products: { files: data/products.csv, tables: { products: same }, mode: snapshot }
  purchases: { files: data/purchases.csv, tables: { purchases: same }, missing_customer: anonymous }
  interactions: { files: data/interactions.csv, tables: { interactions: same } }
  late: { files: data/late-*.csv, tables: { purchases: same } }
costs: { fulfilment_per_order: 3.20, contacts: { call_center: 3 } }
steps:
  - rfm: {}
  - kmeans:
      k: 4
      features: [${[`category_share:${mountain}`, `category_share:${kitchen}`, 'channel_share:web', 'discount_share', 'recency_days'].map(quoted).join(', ')}]
  - discriminant: { predictors: [age_years, annual_income, gender] }
  - tree: { features: [frequency, discount_share, recency_days], depth: 3 }
  - repurchase: { within_days: 90 }
  - clv: { horizon: 12 months, discount: 10% per year, bootstrap: 20 }
audiences:
  win_back: { where: "rfm_segment in ('At risk', 'Can''t lose them')", title: ${quoted(audience)} }
outputs: { workbook: true, parquet: false }
`;

/** Rewrites a file record by record; the header stays. */
function rewrite(file: string, change: (record: string, place: number) => string): void {
  const [header, ...records] = readFileSync(file, 'utf8').trimEnd().split('\n');
  writeFileSync(file, [header, ...records.map(change), ''].join('\n'));
}

const field = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A release in Hebrew, with one of ten days before it, of a small sample company whose names are hostile; returns what the second run said. */
export async function makeHebrewRelease(folder: string): Promise<readonly string[]> {
  const effects = recordingEffects(folder);
  const run = async (...argv: readonly string[]): Promise<void> => {
    const code = await main(argv, effects);
    if (code !== 0) throw new Error(effects.said.join('\n'));
  };
  await run('sample', '--customers', '250', '--out', 'data');
  rewrite(join(folder, 'data/products.csv'), (record) =>
    record.replace(',Mountain,', `,${field(mountain)},`).replace(',Kitchen,', `,${field(kitchen)},`),
  );
  rewrite(join(folder, 'data/customers.csv'), (record, place) =>
    record.replace(/,("[^"]*"|[^,]*),/, `,${field(`${customer} ${place}`)},`),
  );
  writeFileSync(join(folder, 'nightly.yaml'), pipeline);
  writeFileSync(
    join(folder, 'data/late-1.csv'),
    'order_id,customer_id,purchased_at,quantity,unit_price\nL1,0000001,2025-06-01,1,10\n',
  );
  await run('run', 'nightly.yaml', '--as-of', '2025-12-21');
  rmSync(join(folder, 'data/late-1.csv'));
  effects.said.length = 0;
  await run('run', 'nightly.yaml');
  return effects.said;
}
