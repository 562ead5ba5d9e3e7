import { openDuckdb } from '../../engine/duckdb.ts';
import { tablesIn } from '../../engine/tables.ts';
import { warehouseOf, type Release } from '../../pipeline/releases.ts';
import { sql } from '../../sql/sql.ts';

/** The customers of a segment in two releases. */
export interface SegmentChange {
  readonly segment: string;
  readonly name: string;
  readonly before: number;
  readonly now: number;
  /** Those of now who were not in it before. */
  readonly came: number;
  readonly went: number;
}

/** Segments that a release can have, and one for those that are gone. */
const most = 1_000;

/** Compares who is in which segment; null where one of the releases has none. */
export async function readSegments(before: Release, after: Release): Promise<SegmentChange[] | null> {
  const engine = await openDuckdb();
  try {
    await engine.attach(warehouseOf(before.folder), 'older');
    await engine.attach(warehouseOf(after.folder), 'newer');
    for (const catalogue of ['older', 'newer']) {
      const tables = await tablesIn(engine, catalogue);
      if (!tables.has('scores.segment') || !tables.has('segments.segment')) return null;
    }
    return await engine.rows(
      sql`with was as (select customer_id, segment from older.scores.segment),
        now as (select customer_id, segment from newer.scores.segment),
        pair as (
          select was.segment as was, now.segment as now
          from was full join now on was.customer_id = now.customer_id
        ),
        named as (
          select segment, name from newer.segments.segment
          union all
          select segment, name from older.segments.segment where segment not in (select segment from newer.segments.segment)
        )
        select named.segment, named.name,
          count(case when was = named.segment then 1 end) as before, count(case when now = named.segment then 1 end) as now,
          count(case when now = named.segment and was is distinct from named.segment then 1 end) as came,
          count(case when was = named.segment and now is distinct from named.segment then 1 end) as went
        from named left join pair on pair.was = named.segment or pair.now = named.segment
        group by named.segment, named.name order by length(named.segment), named.segment`,
      { segment: 'text', name: 'text', before: 'integer', now: 'integer', came: 'integer', went: 'integer' },
      most,
    );
  } finally {
    await engine.close();
  }
}
