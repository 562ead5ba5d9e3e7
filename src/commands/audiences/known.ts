import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { sql } from '../../sql/sql.ts';
import { nearest } from '../../text/nearest.ts';

/** An audience of the current release. */
export interface KnownAudience {
  readonly audience: string;
  readonly title: string | null;
  readonly description: string | null;
  readonly condition: string;
  readonly customers: number;
  readonly by_condition: number;
  readonly included: number;
  readonly excluded: number;
}

/** The audiences of the current release. @throws ConfigError where it has none */
export async function readAudiences(engine: Engine): Promise<KnownAudience[]> {
  const [table] = await engine.rows(
    sql`select count(*) as n from information_schema.tables
      where table_catalog = current_database() and table_schema = 'segments' and table_name = 'audience'`,
    { n: 'integer' },
  );
  const rows =
    table!.n === 0
      ? []
      : await engine.rows(sql`select * from segments.audience order by audience`, {
          audience: 'text',
          title: 'text?',
          description: 'text?',
          condition: 'text',
          customers: 'integer',
          by_condition: 'integer',
          included: 'integer',
          excluded: 'integer',
        });
  if (rows.length > 0) return rows;
  throw new ConfigError('the current release has no audiences: "audiences" in the pipeline names them');
}

/** The audience of a name. @throws ConfigError where there is none */
export function findAudience(audiences: readonly KnownAudience[], meant: string): KnownAudience {
  const found = audiences.find(({ audience }) => audience === meant);
  if (found) return found;
  const names = audiences.map(({ audience }) => audience);
  const near = nearest(meant, names);
  throw new ConfigError(
    `NAME must be an audience of the current release, got "${meant}"; ${near === null ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  );
}
