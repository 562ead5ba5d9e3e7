import type { Phrase } from '../../../text/phrase.ts';
import { bestFifth, knowsCosts, losingSegment, quietCustomers, topSegment } from '../../findings.ts';
import { ratio, segmentOf, type View } from '../../view.ts';

/** What stands out, the most important first; only what there is. */
export function pointsOf(view: View): Phrase[] {
  const { t, data, context } = view;
  const { total, lossMakers, quality } = data;
  const words = t.overview;
  const points: Phrase[] = [];
  const top = topSegment(data);
  if (top !== null && knowsCosts(data) && total.profit > 0 && data.segments.length > 1) {
    points.push(words.topSegment(top.name, ratio(top.buyers, total.buyers), top.profit / total.profit));
  }
  const best = bestFifth(data);
  if (best !== null && knowsCosts(data)) points.push(words.best(best.percent, best.share));
  if (lossMakers.customers > 0) {
    points.push(
      words.lossMakers(lossMakers.customers, ratio(lossMakers.customers, total.customers), -lossMakers.profit),
    );
  }
  const losing = losingSegment(data);
  if (losing !== null) points.push(words.losingSegment(losing.name, -losing.profit));
  const quiet = quietCustomers(data);
  if (quiet.customers > 0) points.push(words.quiet(quiet.customers, quiet.monetary));
  const [alike] = data.prospects;
  const likely = alike === undefined ? undefined : segmentOf(view, alike.segment);
  if (alike !== undefined && likely !== undefined) {
    points.push(words.prospects(total.prospects, alike.prospects, likely.name));
  }
  const unknownCost = ratio(total.revenue_without_cost, total.net_revenue);
  if (unknownCost > 0 && knowsCosts(data)) points.push(words.unknownCost(unknownCost));
  const anonymous = ratio(total.anonymous_net_revenue ?? 0, total.net_revenue);
  if (anonymous > 0) points.push(words.anonymous(anonymous));
  if (quality.all.records > 0) {
    const { rejected, records } = quality.all;
    points.push(words.rejected(rejected, records, ratio(rejected, records)));
  }
  const warnings = context.warnings?.length ?? 0;
  if (warnings > 0) points.push(words.warnings(warnings));
  return points;
}
