import type { DictionaryTable } from '../dictionary/table.ts';
import type { Engine } from '../engine/engine.ts';
import { buildEmpty } from './build-empty.ts';
import { dictionaryOf } from './dictionary-tables.ts';
import { planPipeline } from './plan.ts';
import { readPipeline } from './spec.ts';

/** A pipeline with every step: what each reads is what it may read. */
const everyStep = `
name: all
store: store
time_zone: UTC
as_of: 2000-01-01
currency: EUR
sources: { all: { files: none.csv, tables: { customers: same, products: same, purchases: same, interactions: same, campaigns: same, returns: same } } }
steps:
  - rfm: {}
  - kmeans: { k: 2, features: [frequency] }
  - discriminant: { predictors: [age_years] }
  - tree: { features: [frequency] }
  - repurchase: {}
  - clv: {}
  - next_product: {}
  - lookalike: { features: [age_years] }
`;

/** Every table of a warehouse, its columns, and what it is made from; `engine` is an empty one, and is filled with tables without rows. */
export async function readDictionary(engine: Engine): Promise<DictionaryTable[]> {
  const pipeline = readPipeline('every-step.yaml', everyStep, '/');
  await buildEmpty(pipeline, engine, null);
  return dictionaryOf(engine, planPipeline(pipeline));
}
