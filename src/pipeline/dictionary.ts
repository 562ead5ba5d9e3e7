import { buildDictionary, type PlannedTable } from '../dictionary/build.ts';
import type { DictionaryTable, Meanings } from '../dictionary/table.ts';
import type { Engine } from '../engine/engine.ts';
import { modelMeanings } from '../models/meanings.ts';
import { segmentMeanings } from '../segments/meanings.ts';
import { sourceMeanings } from '../sources/meanings.ts';
import { relationName, relationsOf } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import { buildEmpty } from './build-empty.ts';
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
`;

const settingMeanings: Meanings = {
  'warehouse.setting': {
    meaning: 'what the pipeline says, in one row',
    grain: [],
    columns: {
      as_of: 'nothing later is read',
      language: 'that names and rules of segments, the report and the mail are in',
      currency: 'of all amounts',
      time_zone: 'that days and times are told in',
      active_days: 'whose last purchase lies longer back has lapsed',
      fulfilment_per_order: 'picking, packing and sending an order',
      fulfilment_per_line: 'added by each line of an order',
      handling_per_return: 'taking back an order that has returned lines',
      saved_share: 'of those who would leave, the share that an offer keeps',
      required_return: 'what spending to keep a customer must bring beyond itself',
    },
  },
  'warehouse.contact_rate': {
    meaning: 'what a contact costs, by channel',
    grain: ['channel'],
    columns: {
      channel: "of the contact; '*': channels not listed",
      per_contact: 'each',
      per_minute: 'of its duration',
    },
  },
};

/** Every table of a warehouse, its columns, and what it is made from; `engine` is an empty one, and is filled with tables without rows. */
export async function readDictionary(engine: Engine): Promise<DictionaryTable[]> {
  const pipeline = readPipeline('every-step.yaml', everyStep, '/');
  await buildEmpty(pipeline, engine, null);
  const meanings = { ...sourceMeanings, ...settingMeanings, ...modelMeanings, ...segmentMeanings };
  const raw = Object.keys(sourceMeanings).map((id) => ({ id, reads: [] as readonly string[] }));
  const made = planPipeline(pipeline)
    .filter(({ kind }) => kind !== 'load' && kind !== 'output')
    .flatMap(({ reads, writes }) => writes.map((id) => ({ id, reads })));
  const tables: PlannedTable[] = [];
  for (const table of [...raw, ...made])
    tables.push({ ...table, columns: await engine.check(sql`select * from ${relationName(table.id)}`) });
  return buildDictionary(tables, ['warehouse', 'features', 'marts'].flatMap(relationsOf), meanings);
}
