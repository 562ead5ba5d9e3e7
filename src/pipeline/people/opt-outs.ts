import { channels } from '../../exports/consent.sql.ts';
import { join, name, sql } from '../../sql/sql.ts';
import { warehouseOf } from '../releases.ts';
import { writePeople } from './file.ts';

/**
 * Writes who opted out (or never opted in) as of a release that is about to be published, beside what people decided, to its folder. Who
 * opted out earlier and is not in this release stays out.
 */
export async function rememberOptOuts(store: string, releaseFolder: string): Promise<void> {
  await writePeople(store, releaseFolder, async (engine, before) => {
    await engine.attach(warehouseOf(releaseFolder), 'release');
    const optedOut = channels.map(
      (channel) =>
        sql`select customer_id, ${channel} as channel from release.marts.customer where not ${name(`${channel}_opt_in`)}`,
    );
    return {
      suppression: sql`${join(optedOut, ' union all ')}
        union all
        select customer_id, channel from ${before.table('suppression')} as earlier
        where customer_id not in (select customer_id from release.marts.customer)`,
    };
  });
}
