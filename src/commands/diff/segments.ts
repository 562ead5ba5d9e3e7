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

/** Who is in which segment, of two releases; or which of them lacks what it would take. */
export type Compared =
  | { readonly segments: readonly SegmentChange[]; readonly incomparable: null }
  | { readonly segments: null; readonly incomparable: string };

const lacking = (releases: readonly string[], what: string): Compared => ({
  segments: null,
  incomparable: `${releases.join(' and ')} ${releases.length === 1 ? 'has' : 'have'} ${what}`,
});

/** Compares who is in which segment. */
export async function compareSegments(before: Release, after: Release): Promise<Compared> {
  const without = [before, after].filter(({ hasWarehouse }) => !hasWarehouse).map(({ run }) => run);
  if (without.length > 0) return lacking(without, 'no warehouse any more ("keep" of the pipeline says how many stay)');
  const engine = await openDuckdb();
  try {
    await engine.attach(warehouseOf(before.folder), 'older');
    await engine.attach(warehouseOf(after.folder), 'newer');
    const unsegmented: string[] = [];
    for (const [catalogue, { run }] of [
      ['older', before],
      ['newer', after],
    ] as const) {
      const tables = await tablesIn(engine, catalogue);
      if (!tables.has('scores.segment') || !tables.has('segments.segment')) unsegmented.push(run);
    }
    if (unsegmented.length > 0) return lacking(unsegmented, 'no segments');
    const segments = await engine.rows(
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
    return { segments, incomparable: null };
  } finally {
    await engine.close();
  }
}
