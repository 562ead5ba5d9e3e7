import type { Meanings } from '../dictionary/table.ts';
import { canonicalTables, tableNames } from './tables.ts';

const where = {
  source: 'name of the source in the pipeline',
  load_id: 'the load: one file read into one table',
  record: 'number of the record in the file',
};

/** The canonical tables, as they are read from files. */
const read: Meanings = Object.fromEntries(
  tableNames.map((table) => {
    const { meaning, key, columns } = canonicalTables[table];
    const meanings = Object.fromEntries<string>(Object.entries(columns).map(([column, one]) => [column, one.meaning]));
    const attributes = table === 'customers' ? { attributes: 'what else the source keeps of them, as JSON' } : {};
    return [`raw.${table}`, { meaning, grain: key, columns: { ...meanings, ...attributes, ...where } }];
  }),
);

/** The tables that loading makes, and their columns. */
export const sourceMeanings: Meanings = {
  ...read,
  'raw.loads': {
    meaning: 'what was read: each file, and what became of its records',
    grain: ['load_id'],
    columns: {
      ...where,
      table_name: 'that it feeds',
      file: 'as the pipeline names it',
      sha256: 'hash of its bytes',
      sequence: 'the order in which loads count: a later one replaces',
      records: 'loaded + rejected + skipped',
      loaded: 'records that count',
      rejected: 'records that could not be read or mean nothing; raw.rejects',
      skipped: 'records passed over by a stated rule: repeated, or replaced by a later file',
      rounded: 'values with more than four decimals',
      blank_lines: 'passed over',
      known: 'read by an earlier run already',
    },
  },
  'raw.rejects': {
    meaning: 'records that could not be read or mean nothing',
    grain: [],
    columns: {
      ...where,
      table_name: 'that it would have fed',
      file: 'as the pipeline names it',
      line: 'of the file, where the record begins',
      column_name: 'that is wrong',
      reason: 'what must hold',
      value: 'what was found',
      record_text: 'the whole record',
    },
  },
  'raw.exceptions': {
    meaning: 'records that were read and do not count as they are',
    grain: ['load_id', 'row_number'],
    columns: {
      table_name: 'that they would have fed',
      load_id: where.load_id,
      row_number: 'of the load',
      outcome: 'rejected, skipped, or anonymous: counts without its customer',
      reason: 'the rule',
    },
  },
  'raw.placed_load': {
    meaning: 'the order in which loads count',
    grain: ['load_id'],
    columns: { load_id: where.load_id, sequence: 'a later one replaces' },
  },
};
