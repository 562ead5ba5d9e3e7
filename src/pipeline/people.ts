import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import { hashFile, sync, syncTree } from '../disk.ts';
import { channels } from '../exports/consent.sql.ts';
import { exportParquet, parquetMetadata } from '../exports/parquet.ts';
import { exportSegments } from '../exports/segments.ts';
import { join, name, sql } from '../sql/sql.ts';
import type { RunRecord } from './record.ts';
import { warehouseOf, type Release } from './releases.ts';

/** What outlives releases: who may not be reached, by channel, as the newest data say. */
export const peopleOf = (store: string): string => joinPath(store, 'people.duckdb');

const suppressions = 'people.suppression';

/**
 * Keeps who opted out (or never opted in) as of a release that is about to be published. Who opted out earlier and is not in this release
 * stays out.
 */
export async function rememberOptOuts(store: string, releaseFolder: string): Promise<void> {
  const unfinished = joinPath(releaseFolder, 'people.duckdb');
  const engine = await openDuckdb({ file: unfinished });
  try {
    await engine.attach(warehouseOf(releaseFolder), 'release');
    const optedOut = join(
      channels.map(
        (channel) =>
          sql`select customer_id, ${channel} as channel from release.marts.customer where not ${name(`${channel}_opt_in`)}`,
      ),
      ' union all ',
    );
    const former = existsSync(peopleOf(store));
    if (former) await engine.attach(peopleOf(store), 'former');
    const earlier = former
      ? sql` union all select customer_id, channel from former.suppression
          where customer_id not in (select customer_id from release.marts.customer)`
      : sql``;
    await engine.create(
      'suppression',
      sql`select * from (${optedOut}${earlier}) as suppression order by customer_id, channel`,
    );
    await engine.detach('release');
    if (former) await engine.detach('former');
  } finally {
    await engine.close();
  }
  await sync(unfinished);
  renameSync(unfinished, peopleOf(store));
  await sync(store);
}

/**
 * Writes the files of an older release again under what is known of people now, so that nobody who opted out since comes back with
 * it. Called before the release becomes current: no reader looks at its files.
 */
export async function reapplyPeople(store: string, { folder }: Release): Promise<void> {
  if (!existsSync(peopleOf(store))) return;
  const again = joinPath(folder, '.again');
  rmSync(again, { recursive: true, force: true });
  mkdirSync(again);
  const record = JSON.parse(readFileSync(joinPath(folder, 'run.json'), 'utf8')) as RunRecord;
  const engine = await openDuckdb({ file: warehouseOf(folder), readOnly: true, searchPath: store });
  try {
    await engine.attach(peopleOf(store), 'people');
    const has = (name: string): boolean => record.outputs.some(({ file }) => file.startsWith(name));
    if (has('segments/')) await exportSegments(engine, again, { suppressions });
    if (has('customers.parquet'))
      await exportParquet(engine, again, { suppressions, metadata: parquetMetadata(record) });
  } finally {
    await engine.close();
  }
  for (const name of ['segments', 'customers.parquet']) {
    if (!existsSync(joinPath(again, name))) continue;
    rmSync(joinPath(folder, name), { recursive: true, force: true });
    renameSync(joinPath(again, name), joinPath(folder, name));
  }
  rmSync(again, { recursive: true, force: true });
  const outputs = await Promise.all(
    record.outputs.map(async (output) => ({ ...output, sha256: await hashFile(joinPath(folder, output.file)) })),
  );
  writeFileSync(joinPath(folder, 'run.json'), `${JSON.stringify({ ...record, outputs }, null, 1)}\n`);
  await syncTree(folder);
}
