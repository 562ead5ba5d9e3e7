import { name, sql, type Sql } from '../sql/sql.ts';

/** Into a list, or out of it, since the release before. */
export type Change = 'entered' | 'left';

/** The tables of the release before; null where it has no such table. */
export interface Since {
  table(relation: string): readonly string[] | null;
}

const placesNow = sql`select customer_id, segment, segment_name from marts.customer`;

const nowhere = sql`select cast(null as varchar) as customer_id, cast(null as varchar) as segment,
  cast(null as varchar) as segment_name where false`;

function placesBefore(since: Since): Sql {
  const customers = since.table('marts.customer');
  return customers === null
    ? nowhere
    : sql`select customer_id, segment, segment_name from ${name(...customers)} as former`;
}

/** What the other segment is called in the files of those who moved. */
export const otherSegment: Readonly<Record<Change, string>> = { entered: 'from_segment', left: 'to_segment' };

/** Who entered a segment and from where, or who left it and where to: `customer_id`, `from_segment` or `to_segment`, and its `…_name`. */
export function segmentChangeSql(segment: string, change: Change, since: Since): Sql {
  const [here, there] = change === 'entered' ? [placesNow, placesBefore(since)] : [placesBefore(since), placesNow];
  const other = otherSegment[change];
  return sql`(select here.customer_id, there.segment as ${name(other)},
      coalesce(called.name, there.segment_name) as ${name(`${other}_name`)}
    from (${here}) as here left join (${there}) as there on there.customer_id = here.customer_id
    left join segments.segment as called on called.segment = there.segment
    where here.segment = ${segment} and there.segment is distinct from here.segment)`;
}

/** Who entered an audience, and `how`, or who left it: `customer_id`, `how`. */
export function audienceChangeSql(audience: string, change: Change, since: Since): Sql {
  const former = since.table('segments.audience_member');
  const now = sql`select customer_id, how from segments.audience_member where audience = ${audience}`;
  const before =
    former === null
      ? sql`${now} and false`
      : sql`select customer_id, how from ${name(...former)} as former where audience = ${audience}`;
  const [here, there] = change === 'entered' ? [now, before] : [before, now];
  return sql`(select here.customer_id, here.how from (${here}) as here
    where here.customer_id not in (select customer_id from (${there}) as there))`;
}
