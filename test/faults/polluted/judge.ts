import { parse } from 'csv-parse/sync';
import type { Engine } from '../../../src/engine/engine.ts';
import { DataError } from '../../../src/errors.ts';
import { gatherLoads, resolveLoads } from '../../../src/sources/load.ts';
import { sourceSpec } from '../../../src/sources/spec.ts';
import { raw } from '../../../src/sql/sql.ts';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { columns, rows, typed } from './clean.ts';
import type { Polluted } from './pollute.ts';

/**
 * What became of a polluted file: all of it was read as it was meant; it was refused; what is not as it was meant was rejected, or the night says that the file has no records. Else it is wrong
 * in silence: taken at its word, where another reader finds the same cells in it and nothing in them tells; or bent, which must not be.
 */
export type Verdict = 'exact' | 'refused' | 'flagged' | 'taken at its word' | 'bent';

const meant = new Set(rows.map((cells) => JSON.stringify(typed(cells))));

const spec = sourceSpec.parse({
  files: 'polluted.csv',
  tables: { purchases: Object.fromEntries(columns.map((column) => [column, column])) },
  max_rejected: '100%',
});

/** The different records of a file as csv-parse reads them, below its header. */
function readElsewhere(bytes: Buffer): Set<string> {
  const records = parse(bytes, {
    bom: true,
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
  const cellsOf = (record: Record<string, string>): string[] =>
    columns.map((column) =>
      column.endsWith('_id') || column === 'line_number'
        ? (record[column] ?? '').replaceAll(/^ +| +$/g, '')
        : (record[column] ?? ''),
    );
  return new Set((records as Record<string, string>[]).map((record) => JSON.stringify(typed(cellsOf(record)))));
}

/** The rows that were loaded of a file, cell by cell, how many records were not, and whether anything was said of the file. */
async function load(
  engine: Engine,
  folder: string,
  bytes: Buffer,
): Promise<{ loaded: string[]; set: number; isTold: boolean }> {
  const store = join(folder, 'store');
  mkdirSync(join(store, 'loads'), { recursive: true });
  writeFileSync(join(folder, 'polluted.csv'), bytes);
  const context = {
    engine: () => Promise.resolve(engine),
    ...{ store, folder, temporary: join(store, 'temporary'), zone: 'Europe/Madrid', currency: 'EUR' },
    ...{ rates: {}, abandoned: [], previous: [], sources: { polluted: spec }, step: () => () => undefined },
  };
  const { loads, notices } = await gatherLoads(context);
  const accounts = await resolveLoads(context, loads);
  const shape = Object.fromEntries(columns.map((column) => [column, 'text?'] as const));
  const texts = columns
    .map((column) => `replace(cast(${column} as varchar), chr(65279), '<mark>') as ${column}`)
    .join(', ');
  const found = await engine.rows(raw(`select ${texts} from raw.purchases`), shape);
  return {
    loaded: found.map((row) => JSON.stringify(columns.map((column) => row[column]))),
    set: accounts.reduce((sum, { rejected }) => sum + rejected, 0),
    isTold: notices.length > 0,
  };
}

/** Loads a polluted file with an engine whose views start from the folder `store` in the given one, and compares every cell with the clean one. */
export async function judge(
  engine: Engine,
  folder: string,
  { bytes }: Polluted,
): Promise<{ verdict: Verdict; sample: string }> {
  try {
    const { loaded, set, isTold } = await load(engine, folder, bytes);
    const wrong = loaded.filter((row) => !meant.has(row));
    if (wrong.length === 0 && loaded.length === rows.length && set === 0) return { verdict: 'exact', sample: '' };
    if (wrong.length === 0 && (set > 0 || isTold)) return { verdict: 'flagged', sample: '' };
    const written = readElsewhere(bytes);
    const isWritten = wrong.every((row) => written.has(row)) && (set > 0 || written.size <= loaded.length);
    const sample = wrong[0] ?? `${loaded.length} of ${rows.length} records`;
    return { verdict: isWritten ? 'taken at its word' : 'bent', sample };
  } catch (error) {
    if (error instanceof DataError) return { verdict: 'refused', sample: error.message };
    throw error;
  }
}
