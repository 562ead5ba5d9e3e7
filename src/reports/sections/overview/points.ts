import type { Phrase } from '../../../text/phrase.ts';
import {
  anonymousProfit,
  bestFifth,
  curveHasProspects,
  likelyProspects,
  losingSegment,
  quietCustomers,
  topSegment,
} from '../../findings.ts';
import { changesOf, summariseMoves } from '../../moves.ts';
import { eventPhrase, ratio, segmentName, segmentOf, type View } from '../../view.ts';

/** What stands out, the most important first; only what there is. */
export function pointsOf(view: View): Phrase[] {
  const { t, data, context, worth } = view;
  const { total, quality } = data;
  const words = t.overview;
  const points: Phrase[] = [];
  const top = topSegment(data);
  if (top !== null && total[worth] > 0 && data.segments.length > 1) {
    points.push(words.topSegment(worth, top.name, ratio(top.buyers, total.buyers), top[worth] / total[worth]));
  }
  points.push(...movesOf(view));
  if (worth === 'profit') points.push(...lossesOf(view));
  const quiet = quietCustomers(data);
  if (quiet.customers > 0) points.push(words.quiet(quiet.customers, quiet.spent, quiet.segments));
  const [alike] = likelyProspects(data);
  const likely = alike === undefined ? undefined : segmentOf(view, alike.segment);
  if (alike !== undefined && likely !== undefined) {
    points.push(words.prospects(total.prospects, alike.prospects, likely.name));
  }
  const anonymous = ratio(total.anonymous_net_revenue ?? 0, total.net_revenue);
  if (anonymous > 0) points.push(words.anonymous(anonymous, worth === 'profit' ? anonymousProfit(data) : 0));
  if (quality.all.records > 0) {
    const { rejected, records } = quality.all;
    points.push(words.rejected(rejected, records, ratio(rejected, records)));
  }
  const warnings = context.warnings?.length ?? 0;
  if (warnings > 0) points.push(words.warnings(warnings));
  return points;
}

/** So many events are told one by one. */
const fewEvents = 2;

/** What has changed in the segments since the day that was run before. */
function movesOf(view: View): Phrase[] {
  const { t, data } = view;
  const { born, ended } = changesOf(data);
  const events = [...born, ...ended];
  const told =
    events.length <= fewEvents
      ? events.map((event) => eventPhrase(view, event))
      : [t.history.manyEvents(born.length, ended.length)];
  const summary = summariseMoves(data);
  if (summary === null) return told;
  const { largest } = summary;
  const name = (code: string): string => segmentName(view, code);
  const move = largest && {
    customers: largest.customers,
    from: name(largest.from_segment),
    to: name(largest.to_segment),
  };
  return [...told, t.overview.moved(summary.since, { ...summary, largest: move })];
}

/** Who brings the profit, and who takes it away. */
function lossesOf({ t, data }: View): Phrase[] {
  const { total, lossMakers } = data;
  const words = t.overview;
  const best = bestFifth(data);
  const losing = losingSegment(data);
  const share = ratio(lossMakers.buyers, total.buyers);
  return [
    ...(best === null
      ? []
      : [
          words.best(
            best.percent,
            best.share,
            curveHasProspects(data),
            anonymousProfit(data) !== 0,
            data.profit.whale.customers,
          ),
        ]),
    ...(lossMakers.buyers === 0 ? [] : [words.lossMakers(lossMakers.buyers, share, -lossMakers.profit)]),
    ...(losing === null ? [] : [words.losingSegment(losing.name, -losing.profit)]),
  ];
}
