import type { Engine, Row, Shape } from '../../engine/engine.ts';
import { sql } from '../../sql/sql.ts';
import { columnsOf, groupShape, type Group } from './money.ts';

const cellShape = {
  recency_score: 'integer',
  frequency_score: 'integer',
  customers: 'integer',
  monetary: 'number',
  profit: 'number',
} as const satisfies Shape;

/** The customers of one recency score and one frequency score. */
export type RfmCell = Readonly<Row<typeof cellShape>>;

/** An RFM segment with what it brings. */
export interface RfmSegment extends Group {
  readonly rfm_segment: string;
}

/** The scores and the segments they make; empty without an RFM. */
export interface RfmData {
  readonly cells: readonly RfmCell[];
  /** Most net revenue first. */
  readonly segments: readonly RfmSegment[];
}

/** At most one cell for each pair of scores. */
export async function readRfm(engine: Engine): Promise<RfmData> {
  const cells = await engine.rows(
    sql`select ${columnsOf(cellShape)} from marts.rfm_grid order by recency_score desc, frequency_score`,
    cellShape,
    400,
  );
  const segments = await engine.rows(
    sql`select rfm_segment, ${columnsOf(groupShape)} from marts.rfm_segment_profit
      where rfm_segment not in ('none', 'anonymous') order by net_revenue desc, rfm_segment`,
    { rfm_segment: 'text', ...groupShape },
    100,
  );
  return { cells, segments };
}
