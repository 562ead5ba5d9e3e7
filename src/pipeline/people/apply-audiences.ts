import type { Engine } from '../../engine/engine.ts';
import { audienceMemberSql, type Audience } from '../../segments/audience.sql.ts';
import { sql } from '../../sql/sql.ts';
import type { People } from './file.ts';

/** The audiences of a release as its run had them; none where it is of before there were any. */
async function audiencesOf(engine: Engine): Promise<Audience[]> {
  const [table] = await engine.rows(
    sql`select count(*) as n from information_schema.tables
      where table_catalog = current_database() and table_schema = 'segments' and table_name = 'audience'`,
    { n: 'integer' },
  );
  if (table!.n === 0) return [];
  return engine.rows(sql`select audience, title, description, condition from segments.audience order by audience`, {
    audience: 'text',
    title: 'text?',
    description: 'text?',
    condition: 'text',
  });
}

/** The audiences of a release that has other members than people want by now; empty where all is as it should be. */
export async function staleAudiences(engine: Engine, people: People): Promise<readonly Audience[]> {
  const audiences = await audiencesOf(engine);
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
