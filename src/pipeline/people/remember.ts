import { channels } from '../../exports/consent.sql.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import { warehouseOf } from '../releases.ts';
import { writePeople, type People } from './file.ts';

/** Who opted out (or never opted in) as of a release. Who opted out earlier and is not in it stays out. */
const optedOut = (before: People): Sql => sql`${join(
  channels.map(
    (channel) =>
      sql`select customer_id, ${channel} as channel from release.marts.customer where not ${name(`${channel}_opt_in`)}`,
  ),
  ' union all ',
)}
  union all
  select customer_id, channel from ${before.table('suppression')} as earlier
  where customer_id not in (select customer_id from release.marts.customer)`;

/** The segments of a release, and all that there ever were. */
const segments = (before: People): Sql =>
  sql`select segment from release.segments.identity union select segment from ${before.table('segment')} as earlier`;

/** Writes what outlives a release that is about to be published to its folder, beside what people decided. */
export async function rememberRelease(store: string, releaseFolder: string): Promise<void> {
  await writePeople(store, releaseFolder, async (engine, before) => {
    await engine.attach(warehouseOf(releaseFolder), 'release');
    return { suppression: optedOut(before), segment: segments(before) };
  });
}
