import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { pointCurrent, warehouseOf } from '../../src/pipeline/releases.ts';
import { raw } from '../../src/sql/sql.ts';

/** Tables of a warehouse: relation → the query that makes it. */
export type TinyWarehouse = Readonly<Record<string, string>>;

/** Makes a release of a few tables in a store, as a run would leave it; without tables it has no warehouse any more. */
export async function makeRelease(store: string, run: string, tables?: TinyWarehouse): Promise<void> {
  const folder = join(store, 'releases', run);
  mkdirSync(folder, { recursive: true });
  const record = {
    run,
    pipeline: 'tiny',
    asOf: run.slice(0, 10),
    finishedAt: `${run.slice(0, 10)}T02:01:05.250Z`,
    seconds: 65.2,
    outputs: [],
  };
  writeFileSync(join(folder, 'run.json'), JSON.stringify(record));
  if (tables === undefined) return;
  const engine = await openDuckdb({ file: warehouseOf(folder) });
  for (const [relation, query] of Object.entries(tables)) await engine.create(relation, raw(query));
  await engine.close();
}

/** A store with one release, which is current. */
export async function makeStore(folder: string, tables: TinyWarehouse): Promise<string> {
  const store = join(folder, 'store');
  await makeRelease(store, '2026-11-21T020000Z-7f3a', tables);
  await pointCurrent(store, '2026-11-21T020000Z-7f3a');
  return store;
}
