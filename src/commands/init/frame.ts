import { watchNote } from './write-pipeline.ts';

/** What goes around the sources of a new pipeline file. */
export interface Frame {
  readonly name: string;
  readonly timeZone: string;
  /** The pipeline file, from where init was called. */
  readonly file: string;
  /** ISO 4217; null where nothing tells. */
  readonly currency: string | null;
  /** Lines of YAML under `sources:`. */
  readonly sources: readonly string[];
  /** Columns of the customer that a discriminant analysis could tell segments by. */
  readonly predictors: readonly string[];
  /** Order lines name what was bought. */
  readonly hasProducts: boolean;
}

/** A pipeline file with comments for whoever writes their first one. */
export function pipelineText({ name, timeZone, file, currency, sources, predictors, hasProducts }: Frame): string {
  const goods = hasProducts ? '' : '# ';
  const ofGoods = hasProducts ? '' : '; it takes a product_id in purchases';
  const explain = predictors.length > 0 ? '' : '# ';
  const needs = predictors.length > 0 ? '' : '; it takes what is known of customers';
  const columns = predictors.length > 0 ? predictors.join(', ') : 'age_years, region, acquisition_source';
  return `# yaml-language-server: $schema=./pipeline.schema.json
#
#   npx bezero plan ${file}    checks this file, and the files it names
#   npx bezero run ${file}     does the steps, and publishes the result in store/current
#
# Paths start from this file. An editor that knows YAML schemas explains every key.

name: ${name}
store: store  # releases are kept here; leave it out of version control
time_zone: ${timeZone}  # CHECK: days begin at midnight here
as_of: latest  # nothing later is read: latest = the last day in the data; yesterday; or a day like 2026-11-20
language: en  # of what people read: en, es, eu or he, or with a region, like es-MX
currency: ${currency ?? 'EUR'}  # ${currency === null ? 'CHECK: the' : 'CHECK: found in the file; the'} currency of all amounts

sources:
${sources.join('\n')}

# What serving customers costs, in the same currency. It turns margin into profit.
costs:
  fulfilment_per_order: 0  # pick, pack and send an order
  handling_per_return: 0
  contacts:
    '*': 0  # a contact on any channel; or by channel: call_center: { per_contact: 1.50, per_minute: 0.90 }

# Models, each at most once.
steps:
  - rfm: {}  # recency, frequency and monetary scores from 1 to 5
  - kmeans:  # customers who are alike in these
      features: [log1p(recency_days), log1p(frequency), signed_log(monetary)]
      k: 5
  ${explain}- discriminant:  # what tells the segments apart, and where prospects would belong${needs}
  ${explain}    predictors: [${columns}]
  ${goods}- basket: { support: 0.001, confidence: 0.2 }  # which goods are bought together${ofGoods}
  ${goods}- next_product: { within_days: 90 }  # what each customer is likely to buy next${ofGoods}
  ${explain}- lookalike:  # who of those who have not bought resembles the best segment${needs}
  ${explain}    seed: best_segment
  ${explain}    features: [${columns}]

# Named groups for campaigns: a condition on the columns of marts.customer. Each has a file, segments/audience-NAME.csv.
# audiences:
#   win_back:
#     where: rfm_segment in ('At risk', 'Can''t lose them')

# Whom to contact: each night those who bring more than they cost, the most first, until the budget ends. response: the share who buy because of
# it; a holdout is left alone, so that the effect can be measured.
# campaigns:
#   win_back_letter: { audience: win_back, channel: post, starts_on: 2026-01-15, ends_on: 2026-02-28, unit_cost: 1.20, budget: 500, response: 2%, holdout: 20% }

outputs:
  segments: true  # segments/*.csv, one file a segment, for marketers
  workbook: true  # segments.xlsx, the same as sheets
  parquet: true  # customers.parquet, for notebooks
  report: true  # report.html
`;
}

/** Sources of a new pipeline without files: the five tables, with our own column names, from the inbox. */
export const inboxSources: readonly string[] =
  `  # Files whose headers are the canonical column names need no mapping: "same".
  # Other files map each column: a header, or SQL over headers, as in
  #
  #   orders:
  #     files: inbox/orders-*.csv.gz
  #     delimiter: ";"
  #     decimal_mark: ","
  #     date_format: "%d/%m/%Y"
  #     tables:
  #       purchases:
  #         order_id: Order No
  #         customer_id: Customer
  #         purchased_at: Date
  #         quantity: Qty
  #         amount: Qty * Price
  #
  # "npx bezero init DIR --from FILE" writes such a mapping for your own files.
  purchases:
    files: inbox/purchases*.csv
    # freshness: { warn_after_days: 2, error_after_days: 7 }  # ${watchNote}
    tables: { purchases: same }
  customers:
    files: inbox/customers*.csv
    optional: true  # no file is no error
    tables: { customers: same }
  products:
    files: inbox/products*.csv
    optional: true
    tables: { products: same }
  interactions:
    files: inbox/interactions*.csv
    optional: true
    tables: { interactions: same }
  campaigns:
    files: inbox/campaigns*.csv
    optional: true
    tables: { campaigns: same }`.split('\n');
