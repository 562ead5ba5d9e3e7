import type { Sql } from '../sql/sql.ts';
import { listedSql, type ListedRow } from '../sql/listed.ts';

const columns = {
  segment: 'varchar',
  feature: 'varchar',
  customers: 'bigint',
  mean: 'double',
  median: 'double',
  base_mean: 'double',
  base_median: 'double',
  base_lower_quartile: 'double',
  base_upper_quartile: 'double',
  index: 'double',
  effect_size: 'double',
  sd: 'double',
  base_sd: 'double',
  rank: 'integer',
} as const;

/** A feature of the model in a segment: what is usual there and among all customers with a segment. */
export type SegmentFeature = ListedRow<typeof columns>;

/** `segments.feature`: one row per segment and feature of the model. Without segments it has no rows. */
export const featureSql = (rows: readonly SegmentFeature[]): Sql => listedSql(columns, rows);

const neighbourColumns = { segment: 'varchar', nearest_segment: 'varchar', distance: 'double' } as const;

/** `segments.neighbour`: of each segment the one whose centre is nearest. A single segment has none. */
export const neighbourSql = (rows: readonly ListedRow<typeof neighbourColumns>[]): Sql =>
  listedSql(neighbourColumns, rows);
