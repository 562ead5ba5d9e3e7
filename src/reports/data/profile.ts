import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const profileShape = {
  segment: 'text',
  feature: 'text',
  mean: 'number',
  base_mean: 'number',
  median: 'number?',
  base_median: 'number?',
  index: 'number?',
} as const satisfies Shape;

/** The mean of a feature in a segment beside that of all segments together; `index` 100 is alike, null where the base is not positive. Categories have no median. */
export type ProfileCell = Readonly<Row<typeof profileShape>>;

/** So many categories at most, the largest. */
const categories = 12;

/** Segments × features, and segments × the largest categories, as `category_share:NAME`. */
export async function readProfile(engine: Engine, segments: number): Promise<ProfileCell[]> {
  if (segments === 0) return [];
  const features = await engine.rows(
    sql`select ${columnsOf(profileShape)} from marts.segment_profile order by segment, feature`,
    profileShape,
    segments * 60,
  );
  const shares = await engine.rows(
    sql`with segments as (
        select segment from marts.segment_category group by segment
      ), largest as (
        select category, max(base_share) as base_share from marts.segment_category where base_share is not null
        group by category order by base_share desc, category limit ${categories}
      )
      select segments.segment, 'category_share:' || largest.category as feature, coalesce(cell.share, 0) as mean,
        largest.base_share as base_mean, cast(null as double) as median, cast(null as double) as base_median,
        coalesce(cell.index, 0) as index
      from segments cross join largest
      left join marts.segment_category as cell on cell.segment = segments.segment and cell.category = largest.category
      order by largest.base_share desc, largest.category, segments.segment`,
    profileShape,
    segments * categories,
  );
  return [...features, ...shares];
}
