import { isUsed } from './data/clv.ts';
import type { OverdueData } from './data/clv-groups.ts';
import type { ReportData } from './data/index.ts';
import { quietSegments } from './data/rfm.ts';
import type { Discriminant } from './data/discriminant.ts';
import type { AssignedProspects } from './data/prospects.ts';
import type { Segment } from './data/segments.ts';
import { ratio } from './view.ts';
import { worthOf } from './worth.ts';

/** The segment with the most profit (net revenue where no cost is known), where it has any; null without segments. */
export function topSegment(data: ReportData): Segment | null {
  const worth = worthOf(data);
  const best = data.segments.reduce<Segment | null>(
    (top, one) => (top === null || one[worth] > top[worth] ? one : top),
    null,
  );
  return best !== null && best[worth] > 0 ? best : null;
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

/** The customers of these, and what they have spent; `segments` names those that are not empty. */
export function quietCustomers({ rfm }: ReportData): { customers: number; spent: number; segments: string[] } {
  const quiet = rfm.segments.filter((one) => quietSegments.includes(one.rfm_segment) && one.customers > 0);
  return {
    customers: quiet.reduce((sum, one) => sum + one.customers, 0),
    spent: quiet.reduce((sum, one) => sum + one.net_revenue, 0),
    segments: quiet.map((one) => one.rfm_segment),
  };
}

/** The valuable customers to act on since they should have bought again; null: there are none, or lifetime value is not used to choose anybody. */
export const overdueCustomers = ({ clv, overdue }: ReportData): OverdueData | null =>
  isUsed(clv) && overdue.customers > 0 ? overdue : null;

/** From what p on a difference may well be chance. */
export const significant = 0.05;

/** Some canonical function separates the segments by more than chance. */
export const isSignificant = ({ functions }: Discriminant): boolean => functions.some(({ p }) => p < significant);

/** Its attributes tell more than the largest segment alone does. */
export const beatsChance = ({ hitRatio, chance }: Discriminant): boolean => hitRatio > chance.maximum;

/** The model that assigns prospects is known to tell more than chance would. */
export function isProspectModelTrusted({ discriminant, prospectModels: [used] }: ReportData): boolean {
  if (used === undefined) return false;
  if (used.model === 'discriminant')
    return discriminant !== null && isSignificant(discriminant) && beatsChance(discriminant);
  return used.hit_ratio !== null && used.hit_ratio > used.chance;
}

/** Prospects by the segment they resemble; none where the model that says so does no better than chance, or is not measured. */
export const likelyProspects = (data: ReportData): readonly AssignedProspects[] =>
  isProspectModelTrusted(data) ? data.prospects : [];

/** The whale curve is over prospects too: over those who cost something. */
export const curveHasProspects = ({ profit, total }: ReportData): boolean => profit.whale.customers > total.buyers;

/** What the profit of the company has more than that of the whale curve: what belongs to no known customer; 0 below a cent. */
export function anonymousProfit({ total, profit }: ReportData): number {
  const rest = Math.round(100 * (total.profit - profit.whale.profit));
  return rest === 0 ? 0 : rest / 100;
}

/** The share of the profit that the best fifth of the whale curve bring; null where there is no profit. */
export function bestFifth({ profit }: ReportData): { percent: number; share: number } | null {
  const point = profit.curve.find(({ percentile }) => percentile === 20);
  return point?.share_of_profit == null ? null : { percent: 20, share: point.share_of_profit };
}
