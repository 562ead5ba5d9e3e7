import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const profileShape = {
  segment: 'text',
  feature: 'text',
  mean: 'number',
  base_mean: 'number',
  index: 'number?',
} as const satisfies Shape;

/** The mean of a feature in a segment beside that of all segments together; `index` 100 is alike, null where the base is not positive. */
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
    sql`with largest as (
        select category, max(base_share) as base_share from marts.segment_category
        group by category order by base_share desc nulls last, category limit ${categories}
      )
      select cell.segment, 'category_share:' || cell.category as feature, cell.share as mean,
        cell.base_share as base_mean, cell.index
      from marts.segment_category as cell join largest on largest.category = cell.category
      where cell.share is not null and cell.base_share is not null
      order by largest.base_share desc, cell.category, cell.segment`,
    profileShape,
    segments * categories,
  );
  return [...features, ...shares];
}
