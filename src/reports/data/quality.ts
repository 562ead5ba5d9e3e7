import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf } from './money.ts';

const countShape = {
  files: 'integer',
  records: 'integer',
  loaded: 'integer',
  rejected: 'integer',
  skipped: 'integer',
  rounded: 'integer',
} as const satisfies Shape;

const loadShape = { source: 'text', table_name: 'text', ...countShape } as const;

/** What was loaded from one source into one table, over all its files. */
export type Load = Readonly<Row<typeof loadShape>>;

const rejectShape = {
  source: 'text',
  table_name: 'text',
  column_name: 'text?',
  reason: 'text',
  records: 'integer',
} as const satisfies Shape;

/** How many records one source lost for one reason; never the records themselves. */
export type Reject = Readonly<Row<typeof rejectShape>>;

/** What was loaded and what was not. */
export interface QualityData {
  readonly loads: readonly Load[];
  /** The sum of all loads, also of those that are not listed. */
  readonly all: Readonly<Row<typeof countShape>>;
  /** The commonest reasons. */
  readonly rejects: readonly Reject[];
}

const counts = sql`count(distinct file) as files, cast(coalesce(sum(records), 0) as bigint) as records,
  cast(coalesce(sum(loaded), 0) as bigint) as loaded, cast(coalesce(sum(rejected), 0) as bigint) as rejected,
  cast(coalesce(sum(skipped), 0) as bigint) as skipped, cast(coalesce(sum(rounded), 0) as bigint) as rounded`;

/** At most 200 loads and 20 reasons; the total is over all. */
export async function readQuality(engine: Engine): Promise<QualityData> {
  const loads = await engine.rows(
    sql`select source, table_name, ${counts} from raw.loads group by source, table_name
      order by source, table_name limit 200`,
    loadShape,
    200,
  );
  const [all] = await engine.rows(sql`select ${counts} from raw.loads`, countShape, 1);
  const rejects = await engine.rows(
    sql`with reasons as (
        select source, table_name, nullif(column_name, '') as column_name, reason, count(*) as records
        from raw.rejects group by source, table_name, nullif(column_name, ''), reason
      ) select ${columnsOf(rejectShape)} from reasons
      order by records desc, source, table_name, column_name nulls first, reason limit 20`,
    rejectShape,
    20,
  );
  return { loads, all: all!, rejects };
}
