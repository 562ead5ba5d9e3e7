import { channels } from '../../exports/consent.sql.ts';
import { memberColumns } from '../../segments/campaign/member.sql.ts';
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

/**
 * The members of the campaigns of a release, and those that it says nothing of: of campaigns that the pipeline has no more, and of nights after its as-of day. What it
 * says of the as-of day takes the place of what was said before.
 */
const campaignMembers = (before: People): Sql => sql`with member as (
    select ${memberColumns('campaign_member')} from release.segments.campaign_member
  ),
  setting as (select as_of from release.warehouse.setting)
  select * from member
  union all
  select ${memberColumns('earlier')} from ${before.table('campaign_member')} as earlier
  where since <> (select as_of from setting)
    and not exists (select 1 from member where member.campaign = earlier.campaign and member.customer_id = earlier.customer_id)`;

/** Writes what outlives a release that is about to be published to its folder, beside what people decided. */
export async function rememberRelease(store: string, releaseFolder: string): Promise<void> {
  await writePeople(store, releaseFolder, async (engine, before) => {
    await engine.attach(warehouseOf(releaseFolder), 'release');
    return { suppression: optedOut(before), segment: segments(before), campaign_member: campaignMembers(before) };
  });
}
