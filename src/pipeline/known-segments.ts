import type { Engine } from '../engine/engine.ts';
import { name, sql, type Sql } from '../sql/sql.ts';
import type { Former } from './former.ts';
import type { People } from './people/file.ts';

/**
 * Selects of the segments there ever were: those of the release before and of the days it was made from, and those of all releases, also of
 * rolled back ones.
 */
export function knownSegments(former: Former | null, people: People): Sql[] {
  const ids = former?.table('segments.identity') ?? former?.table('segments.size');
  return [
    sql`select segment from ${people.table('segment')} as outlived`,
    ...(ids ? [sql`select segment from ${name(...ids)} as former`] : []),
  ];
}

/** The highest number that a segment of the store ever had, or one that people named: its name belongs to no other. */
export async function lastNumber(engine: Engine, former: Former | null, people: People): Promise<number> {
  const named = sql`select segment from ${people.table('segment_name')} as given`;
  const all = knownSegments(former, people).reduce((one, other) => sql`${one} union all ${other}`, named);
  const [found] = await engine.rows(
    sql`select coalesce(max(cast(substr(segment, 2) as integer)), 0) as last from (${all}) as known`,
    { last: 'integer' },
    1,
  );
  return found!.last;
}
