import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { releasedAudiences, type ReleasedAudience } from '../../pipeline/release-audiences.ts';
import type { People } from '../../pipeline/people/file.ts';
import { sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';

/** The audiences of the current release. @throws ConfigError where it has none */
export async function readAudiences(engine: Engine): Promise<ReleasedAudience[]> {
  const audiences = await releasedAudiences(engine);
  if (audiences.length > 0) return audiences;
  throw new ConfigError('the current release has no audiences: "audiences" in the pipeline names them');
}

/** How many customers people decided on, by audience; also those of audiences that the release does not have. */
export const readDecided = (engine: Engine, people: People): Promise<{ audience: string; decided: number }[]> =>
  engine.rows(
    sql`select audience, count(*) as decided from ${people.table('audience_member')} as decision group by audience order by audience`,
    { audience: 'text', decided: 'integer' },
  );

/** What people wrote over several lines, on one. */
export const onOneLine = (text: string): string => text.trim().replaceAll(/\s*[\r\n]+\s*/g, ' ');

/** The audience of a name. @throws ConfigError where there is none */
export function findAudience(audiences: readonly ReleasedAudience[], meant: string): ReleasedAudience {
  const found = audiences.find(({ audience }) => audience === meant);
  if (found) return found;
  const names = audiences.map(({ audience }) => audience);
  const near = nearest(meant, names);
  throw new ConfigError(
    `NAME must be an audience of the current release, got "${meant}"; ${near === null ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  );
}
