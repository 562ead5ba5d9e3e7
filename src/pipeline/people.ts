import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDuckdb } from '../engine/duckdb.ts';
import { exportParquet } from '../exports/parquet.ts';
import { exportSegments } from '../exports/segments.ts';
import { hashFile } from '../sources/load-record.ts';
import { sql } from '../sql/sql.ts';
import type { RunRecord } from './record.ts';
import { warehouseOf, type Release } from './releases.ts';

/** What outlives releases: who may not be reached, by channel, as the newest data say. */
const peopleOf = (store: string): string => join(store, 'people.duckdb');

const suppressions = 'people.suppression';

/** Keeps who opted out (or never opted in) as of a release that is about to be published. */
export async function rememberOptOuts(store: string, releaseFolder: string): Promise<void> {
  const unfinished = join(releaseFolder, 'people.duckdb');
  const engine = await openDuckdb({ file: unfinished });
  try {
    await engine.attach(warehouseOf(releaseFolder), 'release');
    await engine.create(
      'suppression',
      sql`select customer_id, channel from (
          select customer_id, 'email' as channel, email_opt_in as opt_in from release.marts.customer
          union all select customer_id, 'phone', phone_opt_in from release.marts.customer
          union all select customer_id, 'sms', sms_opt_in from release.marts.customer
          union all select customer_id, 'post', post_opt_in from release.marts.customer
          union all select customer_id, 'ads', ads_opt_in from release.marts.customer
        ) as consent where not opt_in order by customer_id, channel`,
    );
    await engine.detach('release');
  } finally {
    await engine.close();
  }
  renameSync(unfinished, peopleOf(store));
}

/**
 * Writes the files of an older release again under what is known of people now, so that nobody who opted out since comes back with
 * it. Called before the release becomes current: no reader looks at its files.
 */
export async function reapplyPeople(store: string, { folder }: Release): Promise<void> {
  if (!existsSync(peopleOf(store))) return;
  const again = join(folder, '.again');
  rmSync(again, { recursive: true, force: true });
  mkdirSync(again);
  const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunRecord;
  const engine = await openDuckdb({ file: warehouseOf(folder), readOnly: true, searchPath: store });
  try {
    await engine.attach(peopleOf(store), 'people');
    if (existsSync(join(folder, 'segments'))) await exportSegments(engine, again, { suppressions });
    if (existsSync(join(folder, 'customers.parquet'))) await exportParquet(engine, again, { suppressions });
  } finally {
    await engine.close();
  }
  for (const name of ['segments', 'customers.parquet']) {
    if (!existsSync(join(again, name))) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(join(again, name), join(folder, name));
  }
  rmSync(again, { recursive: true, force: true });
  const outputs = await Promise.all(
    record.outputs.map(async (output) => ({ ...output, sha256: await hashFile(join(folder, output.file)) })),
  );
  writeFileSync(join(folder, 'run.json'), `${JSON.stringify({ ...record, outputs }, null, 1)}\n`);
}
