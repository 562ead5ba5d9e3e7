import { touchEffectColumns } from '../../src/models/attribution/touch-effect.ts';
import { basketGroupColumns, basketPairColumns } from '../../src/models/basket/pair.sql.ts';
import { basketRuleColumns } from '../../src/models/basket/rule.sql.ts';
import { clvScoreColumns } from '../../src/models/clv/score.sql.ts';
import { clvSummaryColumns } from '../../src/models/clv/summary.sql.ts';
import { nextProductColumns } from '../../src/models/next-product/score.sql.ts';
import { lookalikeScoreColumns } from '../../src/models/lookalike/score.sql.ts';
import { canonicalTables, tableNames, type ColumnType } from '../../src/sources/tables.ts';
import { relationsOf, type Relation } from '../../src/sql/relation.ts';

/** Columns of a table, in order: name → SQL type. */
export type Columns = Readonly<Record<string, string>>;

const types: Record<ColumnType, string> = {
  id: 'varchar',
  text: 'varchar',
  money: 'decimal(18,4)',
  quantity: 'decimal(18,4)',
  score: 'decimal(18,4)',
  time: 'timestamp',
  day: 'date',
  flag: 'boolean',
};

const rawColumns = (table: (typeof tableNames)[number]): Columns => ({
  ...Object.fromEntries(
    Object.entries(canonicalTables[table].columns).map(([name, column]) => [name, types[column.type]]),
  ),
  source: 'varchar',
  load_id: 'varchar',
  record: 'bigint',
  ...(table === 'customers' ? { attributes: 'varchar' } : {}),
});

/** The tables that are no `.sql` relation: made by the loader, the pipeline and the models. */
export const givenTables: Readonly<Record<string, Columns>> = {
  ...Object.fromEntries(tableNames.map((table) => [`raw.${table}`, rawColumns(table)])),
  'warehouse.setting': {
    as_of: 'date',
    currency: 'varchar',
    time_zone: 'varchar',
    active_days: 'integer',
    look_back_days: 'integer',
    fulfilment_per_order: 'decimal(18,4)',
    fulfilment_per_line: 'decimal(18,4)',
    handling_per_return: 'decimal(18,4)',
    saved_share: 'decimal(18,4)',
    required_return: 'decimal(18,4)',
  },
  'warehouse.lexicon': { language: 'varchar', phrase: 'varchar', valence: 'integer' },
  'warehouse.origin_kind': { origin: 'varchar', is_paid: 'boolean' },
  'warehouse.contact_rate': { channel: 'varchar', per_contact: 'decimal(18,4)', per_minute: 'decimal(18,4)' },
  'segments.campaign': {
    campaign: 'varchar',
    title: 'varchar',
    audience: 'varchar',
    channel: 'varchar',
    starts_on: 'date',
    ends_on: 'date',
    measured_to: 'date',
    unit_cost: 'decimal(18,4)',
    budget: 'decimal(18,4)',
    value_basis: 'varchar',
    value_amount: 'decimal(18,4)',
    holdout_share: 'decimal(9,6)',
    lift: 'decimal(9,6)',
    priority: 'integer',
    cap_contacts: 'integer',
    cap_days: 'integer',
    open_complaints: 'boolean',
    response: 'decimal(9,6)',
    response_basis: 'varchar',
    answer_rate: 'decimal(9,6)',
    purchase_share: 'decimal(9,6)',
    uplift: 'decimal(9,6)',
    uplift_treated: 'bigint',
    uplift_control: 'bigint',
    status: 'varchar',
  },
  'segments.campaign_candidate': {
    campaign: 'varchar',
    customer_id: 'varchar',
    arm: 'varchar',
    verdict: 'varchar',
    segment: 'varchar',
    since: 'date',
    value: 'decimal(18,4)',
    response: 'decimal(18,9)',
    cost: 'decimal(18,4)',
    expected_profit: 'decimal(18,4)',
  },
  'segments.campaign_member': {
    campaign: 'varchar',
    customer_id: 'varchar',
    arm: 'varchar',
    since: 'date',
    segment: 'varchar',
    cost: 'decimal(18,4)',
    response: 'decimal(18,9)',
    expected_profit: 'decimal(18,4)',
    holdout_share: 'decimal(9,6)',
    is_elsewhere: 'boolean',
    is_excluded: 'boolean',
  },
  'scores.rfm': {
    customer_id: 'varchar',
    recency_score: 'integer',
    frequency_score: 'integer',
    monetary_score: 'integer',
    rfm_cell: 'varchar',
    rfm_score: 'decimal(6,4)',
    rfm_segment: 'varchar',
  },
  'scores.segment': {
    customer_id: 'varchar',
    segment: 'varchar',
    distance: 'double',
    second_segment: 'varchar',
    margin: 'double',
  },
  'scores.likely_segment': {
    customer_id: 'varchar',
    segment: 'varchar',
    probability: 'double',
    model: 'varchar',
  },
  'scores.repurchase': { customer_id: 'varchar', probability: 'double' },
  'scores.lookalike': lookalikeScoreColumns,
  'scores.clv': clvScoreColumns,
  'models.clv': clvSummaryColumns,
  'models.touch_effect': touchEffectColumns,
  'models.basket_rule': basketRuleColumns,
  'models.basket_pair': basketPairColumns,
  'models.basket_group': basketGroupColumns,
  'scores.next_product': nextProductColumns,
  'models.next_product_words': { reason: 'varchar', percent: 'integer', before: 'varchar', after: 'varchar' },
  'segments.feature': {
    segment: 'varchar',
    feature: 'varchar',
    customers: 'bigint',
    mean: 'double',
    median: 'double',
    base_mean: 'double',
    base_median: 'double',
    base_lower_quartile: 'double',
    base_upper_quartile: 'double',
    index: 'double',
    effect_size: 'double',
    sd: 'double',
    base_sd: 'double',
    rank: 'integer',
  },
  'segments.neighbour': { segment: 'varchar', nearest_segment: 'varchar', distance: 'double' },
  'segments.typical_customer': { segment: 'varchar', place: 'integer', customer_id: 'varchar', distance: 'double' },
  'segments.segment': { segment: 'varchar', name: 'varchar', customers: 'bigint', description: 'varchar' },
  'segments.former_segment': { segment: 'varchar', name: 'varchar' },
  'segments.event': {
    as_of: 'date',
    segment: 'varchar',
    event: 'varchar',
    other_segment: 'varchar',
    share: 'double',
  },
  'segments.audience_member': { audience: 'varchar', customer_id: 'varchar', how: 'varchar' },
  'segments.audience': {
    audience: 'varchar',
    title: 'varchar',
    description: 'varchar',
    condition: 'varchar',
    customers: 'bigint',
    by_condition: 'bigint',
    included: 'bigint',
    excluded: 'bigint',
  },
  'segments.membership': { customer_id: 'varchar', segment: 'varchar', entered_on: 'date', left_on: 'date' },
  'segments.size': { as_of: 'date', segment: 'varchar', customers: 'bigint' },
  'segments.migration': { as_of: 'date', from_segment: 'varchar', to_segment: 'varchar', customers: 'bigint' },
};

/** Every `.sql` relation of the project. */
export const allRelations = (): Relation[] => ['warehouse', 'features', 'marts'].flatMap(relationsOf);
