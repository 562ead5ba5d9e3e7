import { join, sql, type Sql } from '../sql/sql.ts';
import { formerSql, type FormerTables } from './former.sql.ts';
import type { SegmentChange } from './identity.ts';

const noEvent = sql`select cast(null as date) as as_of, cast(null as varchar) as segment, cast(null as varchar) as event,
  cast(null as varchar) as other_segment, cast(null as double) as share where false`;

/**
 * `segments.event`: what became of the segments on each day that the model was fitted again, as `SegmentChange` tells it. `changes` are those of the
 * as-of day; none where the stored model scored.
 */
export const eventSql = (former: FormerTables | null, changes: readonly SegmentChange[]): Sql =>
  join(
    [
      sql`select as_of, segment, event, other_segment, share
  from ${formerSql(former, 'event', noEvent)} as former
  where as_of < (select as_of from warehouse.setting)`,
      ...changes.map(
        ({
          segment,
          event,
          other,
          share,
        }) => sql`select (select as_of from warehouse.setting) as as_of, cast(${segment} as varchar) as segment,
  cast(${event} as varchar) as event, cast(${other} as varchar) as other_segment, cast(${share} as double) as share`,
      ),
    ],
    '\n  union all\n  ',
  );
