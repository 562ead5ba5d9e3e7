import { listedSql } from '../sql/listed.ts';
import { join, name, sql, type Sql } from '../sql/sql.ts';
import type { NamedSegment } from './profile.ts';

/**
 * `segments.segment`: one row per segment, with its name and its sentence. `automatic_name` is what it is called where people do not call it
 * something else. Without segments it has no rows.
 */
export const segmentSql = (segments: readonly NamedSegment[]): Sql =>
  listedSql(
    { segment: 'varchar', name: 'varchar', customers: 'bigint', description: 'varchar', automatic_name: 'varchar' },
    segments.map(({ automaticName, ...segment }) => ({ ...segment, automatic_name: automaticName })),
  );

/**
 * `segments.former_segment`: the last name of every segment that is no more. Reads `segments.segment`.
 *
 * @param known what segments were called before, the newest first: tables of `segment` and `name`
 */
export function formerSegmentSql(known: readonly (readonly string[])[]): Sql {
  if (known.length === 0) return listedSql({ segment: 'varchar', name: 'varchar' }, []);
  const all = known.map(
    (table, age) => sql`select segment, name, cast(${age} as integer) as age from ${name(...table)} as known`,
  );
  return sql`select segment, arg_min(name, age) as name from (${join(all, ' union all ')}) as known
    where segment not in (select segment from segments.segment) group by segment order by segment`;
}
