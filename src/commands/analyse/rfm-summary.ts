import type { Engine } from '../../engine/engine.ts';
import { rfmSegments, type RfmSegment } from '../../models/rfm/segments.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';

/** A cell of the grid of recency and frequency scores. */
export interface RfmCell {
  readonly recency: number;
  readonly frequency: number;
  readonly customers: number;
  readonly money: number;
}

/** How many customers have a score of a measure. */
export interface ScoreCount {
  readonly measure: string;
  readonly score: number;
  readonly customers: number;
}

/** A named segment; `money` is what its customers are worth. */
export interface NamedGroup {
  readonly segment: RfmSegment;
  readonly customers: number;
  readonly money: number;
  /** Days since the last purchase and orders of its customers, in the middle. */
  readonly recencyDays: number | null;
  readonly frequency: number | null;
}

/** Counts scored customers by cell and by score. */
export async function readCells(
  engine: Engine,
  scored: string,
  bins: number,
): Promise<{ readonly grid: RfmCell[]; readonly counts: ScoreCount[] }> {
  const from = relationName(scored);
  const grid = await engine.rows(
    sql`select recency_score as recency, frequency_score as frequency, count(*) as customers, sum(monetary) as money
      from ${from} group by recency_score, frequency_score order by recency desc, frequency desc`,
    { recency: 'integer', frequency: 'integer', customers: 'integer', money: 'number' },
    bins * bins * 4,
  );
  const counts = await engine.rows(
    sql`select measure, score, count(*) as customers from (
        select unnest(['recency', 'frequency', 'monetary']) as measure, unnest([recency_score, frequency_score, monetary_score]) as score from ${from}
      ) as one group by measure, score order by measure, score`,
    { measure: 'text', score: 'integer', customers: 'integer' },
    bins * 8,
  );
  return { grid, counts };
}

/** The ten named segments in their order, those without customers too. */
export async function readNamed(engine: Engine, scored: string): Promise<NamedGroup[]> {
  const found = await engine.rows(
    sql`select rfm_segment as segment, count(*) as customers, sum(monetary) as money,
        quantile_cont(cast(recency_days as double), 0.5) as days, quantile_cont(cast(frequency as double), 0.5) as orders
      from ${relationName(scored)} group by rfm_segment order by rfm_segment`,
    { segment: 'text', customers: 'integer', money: 'number', days: 'number', orders: 'number' },
    rfmSegments.length,
  );
  return rfmSegments.map(({ segment }) => {
    const row = found.find((one) => one.segment === segment);
    return row
      ? { segment, customers: row.customers, money: row.money, recencyDays: row.days, frequency: row.orders }
      : { segment, customers: 0, money: 0, recencyDays: null, frequency: null };
  });
}
