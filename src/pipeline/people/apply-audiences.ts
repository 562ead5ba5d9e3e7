import type { Engine } from '../../engine/engine.ts';
import { audienceMemberSql } from '../../segments/audience.sql.ts';
import { sql } from '../../sql/sql.ts';
import { releasedAudiences } from '../release-audiences.ts';
import type { People } from './file.ts';

/** Whether the audiences of a release have other members than people want by now. */
export async function areStale(engine: Engine, people: People): Promise<boolean> {
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
