import { z } from 'zod';
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

const cutShape = {
  measure: 'text',
  recency_score: 'integer?',
  frequency_score: 'integer?',
  score: 'integer',
  above: 'number?',
  up_to: 'number?',
} as const satisfies Shape;

/** What a score of a measure stands for: values above `above` up to `up_to`, null where it is open; within a cell where that has scores. */
export type RfmCutPoint = Readonly<Row<typeof cutShape>>;

const fitted = z.object({
  asOf: z.string(),
  options: z.object({
    binning: z.enum(['independent', 'nested']),
    weights: z.object({ recency: z.number(), frequency: z.number(), monetary: z.number() }),
  }),
});

/** How the scores were made. */
export interface RfmRule {
  /** As-of day of the cut-points. */
  readonly asOf: string;
  readonly nested: boolean;
  /** What each measure counts in `rfm_score`. */
  readonly weights: { readonly recency: number; readonly frequency: number; readonly monetary: number };
}

/** Reads the JSON of a fitted RFM; null where there is none. Throws where it is not one. */
export function parseRfm(json: unknown): RfmRule | null {
  if (json === undefined) return null;
  const { asOf, options } = fitted.parse(json);
  return { asOf, nested: options.binning === 'nested', weights: options.weights };
}

/** The RFM segments of those who used to buy often or a lot (the upper three fifths), and not lately (the lower two). */
export const quietSegments: readonly string[] = ["Can't lose them", 'At risk'];

/** The scores and the segments they make; empty without an RFM. */
export interface RfmData {
  readonly cells: readonly RfmCell[];
  /** Most net revenue first. */
  readonly segments: readonly RfmSegment[];
  /** The best score first; of nested scores without those of money, which has a cut for each pair of the other two. */
  readonly cutPoints: readonly RfmCutPoint[];
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
  const cutPoints = await engine.rows(
    sql`select ${columnsOf(cutShape)} from models.rfm_cut_point where frequency_score is null
      order by measure, recency_score desc nulls first, score desc`,
    cutShape,
    400,
  );
  return { cells, segments, cutPoints };
}
