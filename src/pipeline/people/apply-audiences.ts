import type { Engine } from '../../engine/engine.ts';
import { audienceMemberSql, type Audience } from '../../segments/audience.sql.ts';
import { sql } from '../../sql/sql.ts';
import { releasedAudiences } from '../release-audiences.ts';
import type { People } from './file.ts';

/** The audiences of a release that has other members than people want by now; empty where all is as it should be. */
export async function staleAudiences(engine: Engine, people: People): Promise<readonly Audience[]> {
  const audiences = await releasedAudiences(engine);
  if (audiences.length === 0) return [];
  const wanted = sql`select audience, customer_id, how from (${audienceMemberSql(audiences, people.table('audience_member'))}) as wanted`;
  const present = sql`select audience, customer_id, how from segments.audience_member`;
  const [other] = await engine.rows(
    sql`select count(*) as n from ((${wanted} except ${present}) union all (${present} except ${wanted})) as other`,
    { n: 'integer' },
    1,
  );
  return other!.n === 0 ? [] : audiences;
}
