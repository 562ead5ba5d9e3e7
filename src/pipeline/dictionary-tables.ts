import { buildDictionary, type PlannedTable } from '../dictionary/build.ts';
import type { DictionaryTable, Meanings } from '../dictionary/table.ts';
import type { Engine } from '../engine/engine.ts';
import { modelMeanings } from '../models/meanings.ts';
import { segmentMeanings } from '../segments/meanings.ts';
import { sourceMeanings } from '../sources/meanings.ts';
import { relationName, relationsOf } from '../sql/relation.ts';
import { sql } from '../sql/sql.ts';
import type { PlannedStep } from './step.ts';

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
      look_back_days: 'before an order in which a contact may have led to it',
      fulfilment_per_order: 'picking, packing and sending an order',
      fulfilment_per_line: 'added by each line of an order',
      handling_per_return: 'taking back an order that has returned lines',
      saved_share: 'of those who would leave, the share that an offer keeps',
      required_return: 'what spending to keep a customer must bring beyond itself',
    },
  },
  'warehouse.lexicon': {
    meaning: 'what words and phrases tell of an opinion; without rows where no text needs it',
    grain: ['language', 'phrase'],
    columns: {
      language: 'code of the language: en alone has a lexicon (AFINN 165; Nielsen 2011)',
      phrase: 'in lower case',
      valence: 'from -5, very bad, to 5, very good',
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
  'warehouse.origin_kind': {
    meaning: 'where people come from, as the pipeline says what can be paid for',
    grain: ['origin'],
    columns: {
      origin: 'a source, medium, campaign or referrer',
      is_paid: 'can be paid for; false: comes by itself',
    },
  },
};

/** The tables of the files and those that steps make, in the order of the steps; each is in the warehouse. */
export async function dictionaryOf(engine: Engine, steps: readonly PlannedStep[]): Promise<DictionaryTable[]> {
  const meanings = { ...sourceMeanings, ...settingMeanings, ...modelMeanings, ...segmentMeanings };
  const raw = Object.keys(sourceMeanings).map((id) => ({ id, reads: [] as readonly string[] }));
  const made = steps
    .filter(({ kind }) => kind !== 'load' && kind !== 'output')
    .flatMap(({ reads, writes }) => writes.map((id) => ({ id, reads })));
  const tables: PlannedTable[] = [];
  for (const table of [...raw, ...made])
    tables.push({ ...table, columns: await engine.check(sql`select * from ${relationName(table.id)}`) });
  return buildDictionary(tables, ['warehouse', 'features', 'marts'].flatMap(relationsOf), meanings);
}
