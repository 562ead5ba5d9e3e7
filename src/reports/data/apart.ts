import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { join, sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const featureShape = {
  segment: 'text',
  feature: 'text',
  mean: 'number?',
  median: 'number?',
  base_mean: 'number?',
  base_median: 'number?',
  index: 'number?',
  effect_size: 'number?',
} as const satisfies Shape;

/** A feature of the model in a segment and among all customers with a segment; `effect_size` is Cohen's d against all others. */
export type ApartFeature = Readonly<Row<typeof featureShape>>;

const typicalShape = {
  segment: 'text',
  customer_id: 'text',
  frequency: 'integer',
  monetary: 'number',
  last_purchased_on: 'day?',
} as const satisfies Shape;

/** A customer who stands for a segment, by number: names and addresses are not in the report. */
export type TypicalCustomer = Readonly<Row<typeof typicalShape>>;

const ruleShape = {
  class: 'text',
  words: 'text',
  condition: 'text',
  customers: 'integer',
  purity: 'number',
  coverage: 'number',
} as const;

/**
 * A rule of the classification tree that describes a segment: of the customers it holds for, `purity` are of the segment; of the segment, `coverage` are among them.
 * `condition` is the same as SQL on `features.customer`.
 */
export type SegmentRule = Readonly<Omit<Row<typeof ruleShape>, 'class'>>;

/** What sets a segment apart, and who stands for it. */
export interface Apart {
  /** The strongest first. */
  readonly features: readonly ApartFeature[];
  /** The code of the segment whose centre is nearest; null: there is no other. */
  readonly nearest: string | null;
  /** The nearest to the centre first. */
  readonly typical: readonly TypicalCustomer[];
  /** The one that holds for most of it first; none without a tree of the segments. */
  readonly rules: readonly SegmentRule[];
}

/** Segments that a model can have, its columns, typical customers of a segment, and its rules. */
const [segments, features, customers, rulesEach] = [100, 100, 10, 3];

/** Where segments stand on the features of the model, what sets a segment apart most first; `only` of some. */
export const readFeatures = (engine: Engine, only?: readonly string[]): Promise<ApartFeature[]> =>
  engine.rows(
    sql`select ${columnsOf(featureShape)} from segments.feature
      where ${only === undefined ? sql`true` : sql`segment in (${join(only.map((segment) => sql`${segment}`))})`}
      order by segment, rank`,
    featureShape,
    segments * features,
  );

/** The rules that describe each segment, or one of them. */
export const readRules = (engine: Engine, only?: string): Promise<Row<typeof ruleShape>[]> =>
  engine.rows(
    sql`select ${columnsOf(ruleShape)} from models.tree_rule where ${only === undefined ? sql`true` : sql`class = ${only}`} order by class, rank`,
    ruleShape,
    segments * rulesEach,
  );

/** Reads what sets the segments apart: by segment. */
export async function readApart(engine: Engine): Promise<(segment: string) => Apart> {
  const found = await readFeatures(engine);
  const neighbours = await engine.rows(
    sql`select segment, nearest_segment from segments.neighbour order by segment`,
    { segment: 'text', nearest_segment: 'text' },
    segments,
  );
  const typical = await engine.rows(
    sql`select typical.segment, typical.customer_id, customer.frequency, customer.monetary, customer.last_purchased_on
      from segments.typical_customer as typical join marts.customer as customer on customer.customer_id = typical.customer_id
      order by typical.segment, typical.place`,
    typicalShape,
    segments * customers,
  );
  const rules = await readRules(engine);
  return (segment) => ({
    rules: rules.filter((row) => row.class === segment),
    features: found.filter((row) => row.segment === segment),
    nearest: neighbours.find((row) => row.segment === segment)?.nearest_segment ?? null,
    typical: typical.filter((row) => row.segment === segment),
  });
}
