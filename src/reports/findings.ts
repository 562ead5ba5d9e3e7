import type { ReportData } from './data/index.ts';
import type { ProfitAndLoss } from './data/money.ts';
import type { Segment } from './data/segments.ts';
import { ratio } from './view.ts';

/** Some cost is known: without one, profit is but another name for revenue. */
export const knowsCosts = ({ total }: { readonly total: ProfitAndLoss }): boolean =>
  total.cost_of_goods !== 0 || total.fulfilment !== 0 || total.cost_to_serve !== 0;

/** The segment with the most profit, where it has any; null without segments. */
export function topSegment({ segments }: ReportData): Segment | null {
  const best = segments.reduce<Segment | null>(
    (top, one) => (top === null || one.profit > top.profit ? one : top),
    null,
  );
  return best !== null && best.profit > 0 ? best : null;
}

/** The segment with the largest loss as a whole; null where none loses. */
export function losingSegment({ segments }: ReportData): Segment | null {
  return segments.reduce<Segment | null>(
    (worst, one) => (one.profit < 0 && (worst === null || one.profit < worst.profit) ? one : worst),
    null,
  );
}

/** The segment whose cost to serve and fulfilment take the largest part of its net revenue, with that cost; null where none does. */
export function costliestSegment({
  segments,
}: ReportData): { segment: Segment; cost: 'fulfilment' | 'cost_to_serve'; share: number } | null {
  const costs = segments.flatMap((segment) =>
    (['fulfilment', 'cost_to_serve'] as const).map((cost) => ({
      segment,
      cost,
      share: ratio(segment[cost], segment.net_revenue),
    })),
  );
  return costs.reduce<(typeof costs)[number] | null>(
    (worst, one) => (one.share > (worst?.share ?? 0) ? one : worst),
    null,
  );
}

/** Customers who bought often (top fifth of the scores) and not lately (bottom two fifths). */
export function quietCustomers({ rfm }: ReportData): { customers: number; monetary: number } {
  const recency = Math.max(0, ...rfm.cells.map((cell) => cell.recency_score));
  const frequency = Math.max(0, ...rfm.cells.map((cell) => cell.frequency_score));
  const quiet = rfm.cells.filter(
    (cell) => cell.recency_score <= 0.4 * recency && cell.frequency_score >= 0.8 * frequency,
  );
  return {
    customers: quiet.reduce((sum, cell) => sum + cell.customers, 0),
    monetary: quiet.reduce((sum, cell) => sum + cell.monetary, 0),
  };
}

/** The share of the profit that the best fifth of customers bring; null where there is no profit. */
export function bestFifth({ profit }: ReportData): { percent: number; share: number } | null {
  const point = profit.curve.find(({ percentile }) => percentile === 20);
  return point?.share_of_profit == null ? null : { percent: 20, share: point.share_of_profit };
}
