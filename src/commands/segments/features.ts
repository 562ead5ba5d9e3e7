import type { Engine } from '../../engine/engine.ts';
import { join, sql } from '../../sql/sql.ts';

/** Whether a release has a table of segments: one of an earlier version may have fewer. */
export async function hasTable(engine: Engine, table: string): Promise<boolean> {
  const found = await engine.rows(
    sql`select table_name from information_schema.tables
      where table_catalog = current_database() and table_schema = 'segments' and table_name = ${table}`,
    { table_name: 'text' },
    1,
  );
  return found.length > 0;
}

const shape = {
  segment: 'text',
  feature: 'text',
  mean: 'number?',
  median: 'number?',
  base_mean: 'number?',
  base_median: 'number?',
  index: 'number?',
  effect_size: 'number?',
} as const;

/** Where segments stand on the features of the model, beside all customers with a segment; what sets a segment apart most comes first. */
export async function readFeatures(engine: Engine, segments: readonly string[]) {
  if (!(await hasTable(engine, 'feature'))) return [];
  const codes = join(segments.map((segment) => sql`${segment}`));
  return engine.rows(
    sql`select segment, feature, mean, median, base_mean, base_median, index, effect_size from segments.feature
      where segment in (${codes}) order by segment, rank`,
    shape,
    10_000,
  );
}
