import type { Engine } from '../../engine/engine.ts';
import { name, sql } from '../../sql/sql.ts';
import type { PreviousRun } from '../context.ts';

/** More than a model makes, or a pipeline names. */
const most = 1_000;

/**
 * What people decided since an earlier release, as far as its tables tell: other names of segments, and who entered and left audiences (by their conditions, too).
 *
 * @param before the parts of the name of a table of the earlier warehouse; null where it has no such table
 */
export async function readDecided(
  engine: Engine,
  before: (relation: string) => readonly string[] | null,
): Promise<Pick<PreviousRun, 'renamed' | 'audiences'>> {
  const segment = before('segments.segment');
  const member = before('segments.audience_member');
  return {
    ...(segment && {
      renamed: await engine.rows(
        sql`select former.name as before, now.name as now
          from segments.segment as now join ${name(...segment)} as former on former.segment = now.segment
          where now.name <> former.name order by length(now.segment), now.segment`,
        { before: 'text', now: 'text' },
        most,
      ),
    }),
    ...(member && {
      audiences: await engine.rows(
        sql`select coalesce(listed.title, listed.audience) as audience, moved.entered, moved.departed as left
          from (
            select coalesce(now.audience, former.audience) as audience,
              count(case when former.customer_id is null then 1 end) as entered,
              count(case when now.customer_id is null then 1 end) as departed
            from segments.audience_member as now
            full join ${name(...member)} as former on former.audience = now.audience and former.customer_id = now.customer_id
            group by 1
          ) as moved
          join segments.audience as listed on listed.audience = moved.audience
          where moved.entered + moved.departed > 0
            and moved.audience in (select audience from ${name(...member)})
          order by moved.entered + moved.departed desc, moved.audience`,
        { audience: 'text', entered: 'integer', left: 'integer' },
        most,
      ),
    }),
  };
}
