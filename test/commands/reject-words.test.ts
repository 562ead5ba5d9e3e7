import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { reasonInWords } from '../../src/commands/reject-words.ts';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { canonicalTables } from '../../src/sources/tables.ts';
import { literal, sql } from '../../src/sql/sql.ts';
import { temporaryFolder } from '../support/running.ts';

const sources = fileURLToPath(new URL('../../src/sources', import.meta.url));
const codesIn = (file: string, pattern: RegExp): string[] =>
  [...readFileSync(join(sources, file), 'utf8').matchAll(pattern)].map(([, code]) => code!);

/** Why records are passed over without being rejected. */
const skips = ['replaced_by_a_later_file', 'exact_repeat', 'other_values_at_the_same_time', 'older_version'];

const columns = Object.values(canonicalTables).flatMap((table) => Object.keys(table.columns));

/** Codes that the loader itself gives. */
const own = [
  ...['convert.sql.ts', 'records.ts', 'ingest.sql.ts'].flatMap((file) => codesIn(file, /reason: '(\w+)'/g)),
  ...codesIn('resolve.sql.ts', /'(\w+_\w+)'/g).filter((code) => ![...skips, ...columns].includes(code)),
  ...codesIn('ingest.ts', /'([a-z ]+)' as problem/g).map((problem) => problem.replaceAll(' ', '_')),
];

describe('reasonInWords(code)', () => {
  it('has a sentence for every reason that the loader gives', () => {
    expect(own).toEqual(
      expect.arrayContaining(['not_a_date', 'missing', 'too_few_fields', 'unknown_customer', 'unclosed_quote']),
    );
    expect(own.filter((code) => reasonInWords(code) === null)).toEqual([]);
  });

  it('has a sentence for everything that the reader of the engine may say of a record', async () => {
    const file = join(temporaryFolder(), 'a.csv');
    writeFileSync(file, 'a,b\n1,2,3\n');
    const engine = await openDuckdb();
    await engine.create(
      'records',
      sql`select * from read_csv(${literal(file)}, auto_detect = false, columns = {a: 'VARCHAR', b: 'VARCHAR'}, store_rejects = true)`,
    );
    const found = await engine.check(sql`select error_type from reject_errors`);
    await engine.close();
    const types = [...found[0]!.type.matchAll(/'([^']+)'/g)].map(([, type]) =>
      type!.toLowerCase().replaceAll(' ', '_'),
    );
    expect(types).toContain('unquoted_value');
    expect(types.filter((code) => reasonInWords(code) === null)).toEqual([]);
  });

  it('names the field', () => {
    expect(reasonInWords('too_many_columns_in_field_12')).toMatch(/^more fields than the header has.*, in field 12$/);
    expect(reasonInWords('unheard_of')).toBeNull();
  });
});
