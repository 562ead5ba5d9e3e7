import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { generateSample } from '../../src/sample/generate-sample.ts';
import type { SampleSize } from '../../src/sample/plan.ts';
import { sampleTableNames, sampleTables } from '../../src/sample/tables.ts';
import type { truthOf } from '../../src/sample/truth.ts';
import { join as joinSql, literal, name, sql } from '../../src/sql/sql.ts';

/** What `truth.json` holds. */
export type Truth = ReturnType<typeof truthOf>;

/** A sample in an engine: its tables by their names, and its truth. */
export interface OpenSample {
  readonly engine: Engine;
  readonly truth: Truth;
}

/** The committed sample. */
export const committed = new URL('../../sample-data', import.meta.url).pathname;

/** Registers what to do when tests end: `afterAll` of a file, `onTestFinished` of one test. */
type WhenDone = (clean: () => void | Promise<void>) => void;

/** Opens the sample in a folder. */
export async function openSample(folder: string, whenDone: WhenDone): Promise<OpenSample> {
  const engine = await openDuckdb({ threads: 2 });
  whenDone(() => engine.close());
  for (const table of sampleTableNames) {
    const columns = Object.entries(sampleTables[table]).map(([column, type]) => sql`${name(column)}: ${literal(type)}`);
    await engine.create(
      table,
      sql`select * from read_csv(${literal(join(folder, `${table}.csv`))}, auto_detect = false, header = true, delim = ',',
        quote = '"', escape = '"', nullstr = '', timestampformat = '%Y-%m-%dT%H:%M:%S', columns = {${joinSql(columns)}})`,
    );
  }
  return { engine, truth: JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Truth };
}

/** Makes a sample of some size and opens it. */
export async function openNewSample(size: SampleSize, whenDone: WhenDone): Promise<OpenSample> {
  const folder = mkdtempSync(join(tmpdir(), 'bezero-sample-'));
  whenDone(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  await generateSample(size, { folder, format: 'csv' });
  return openSample(folder, whenDone);
}
