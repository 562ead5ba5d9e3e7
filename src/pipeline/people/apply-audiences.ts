import type { Engine } from '../../engine/engine.ts';
import { tablesIn } from '../../engine/tables.ts';
import { audienceMemberSql } from '../../segments/audience.sql.ts';
import { memberNowSql } from '../../segments/campaign/member.sql.ts';
import { sql } from '../../sql/sql.ts';
import { releasedAudiences } from '../release-audiences.ts';
import type { People } from './file.ts';

/** Keeps those out of the campaigns of a release whom people keep out of their audiences by now. */
export async function excludeFromCampaigns(engine: Engine, people: People): Promise<void> {
  if (!(await tablesIn(engine)).has('segments.campaign_member')) return;
  await engine.create('segments.campaign_member', memberNowSql(people.table('audience_member')));
}

/** Whether campaigns of a release have members whom people keep out by now, or keep out no more. */
async function haveOthersExcluded(engine: Engine, people: People): Promise<boolean> {
  if (!(await tablesIn(engine)).has('segments.campaign_member')) return false;
  const [other] = await engine.rows(
    sql`select count(*) as n from (${memberNowSql(people.table('audience_member'))}) as wanted
      join segments.campaign_member as present on present.campaign = wanted.campaign and present.customer_id = wanted.customer_id
      where present.is_excluded <> wanted.is_excluded`,
    { n: 'integer' },
    1,
  );
  return other!.n > 0;
}

/** Whether the audiences or campaigns of a release have other members than people want by now. */
export async function areStale(engine: Engine, people: People): Promise<boolean> {
  return (await haveOtherMembers(engine, people)) || haveOthersExcluded(engine, people);
}

async function haveOtherMembers(engine: Engine, people: People): Promise<boolean> {
  const audiences = await releasedAudiences(engine);
  if (audiences.length === 0) return false;
  const wanted = sql`select audience, customer_id, how from (${audienceMemberSql(audiences, people.table('audience_member'))}) as wanted`;
  const present = sql`select audience, customer_id, how from segments.audience_member`;
  const [other] = await engine.rows(
    sql`select count(*) as n from ((${wanted} except ${present}) union all (${present} except ${wanted})) as other`,
    { n: 'integer' },
    1,
  );
  return other!.n > 0;
}
