import type { VNode } from 'preact';
import type { Phrase } from '../../text/phrase.ts';
import { actions } from '../actions.ts';
import { bestFifth, losingSegment, quietCustomers, topSegment } from '../findings.ts';
import { FileLink } from '../parts/file-link.tsx';
import { Block, Section, Tiles, type TileProps } from '../parts/pieces.tsx';
import { Rich } from '../parts/rich.tsx';
import { ratio, segmentOf, warningsOf, type View } from '../view.ts';

function tilesOf({ t, f, data, context: { previous } }: View): TileProps[] {
  const { total, lossMakers, quality } = data;
  const words = t.overview.tiles;
  const change = (now: number, before: number | undefined): string | undefined =>
    previous === undefined || before === undefined || before <= 0
      ? undefined
      : words.since(now / before - 1, previous.asOf);
  return [
    {
      label: words.customers,
      value: f.whole(total.buyers),
      note: words.prospects(total.prospects),
      change: change(total.buyers, previous?.buyers),
    },
    {
      label: words.netRevenue,
      value: f.money(total.net_revenue),
      note: words.orders(total.orders),
      change: change(total.net_revenue, previous?.netRevenue),
    },
    {
      label: words.profit,
      value: f.money(total.profit),
      note: words.margin(ratio(total.profit, total.net_revenue)),
      change: change(total.profit, previous?.profit),
    },
    { label: words.lossMakers, value: f.whole(lossMakers.customers), note: words.lost(-lossMakers.profit) },
    { label: words.rejected, value: f.whole(quality.all.rejected), note: words.ofRecords(quality.all.records) },
  ];
}

/** What stands out, the most important first; only what there is. */
function pointsOf(view: View): Phrase[] {
  const { t, data } = view;
  const { total, lossMakers, quality } = data;
  const words = t.overview;
  const points: Phrase[] = [];
  const top = topSegment(data);
  if (top !== null && total.profit > 0 && data.segments.length > 1) {
    points.push(words.topSegment(top.name, ratio(top.buyers, total.buyers), top.profit / total.profit));
  }
  const best = bestFifth(data);
  if (best !== null) points.push(words.best(best.percent, best.share));
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
  if (unknownCost > 0) points.push(words.unknownCost(unknownCost));
  const anonymous = ratio(total.anonymous_net_revenue ?? 0, total.net_revenue);
  if (anonymous > 0) points.push(words.anonymous(anonymous));
  if (quality.all.records > 0) {
    const { rejected, records } = quality.all;
    points.push(words.rejected(rejected, records, ratio(rejected, records)));
  }
  const warnings = warningsOf(view).length;
  if (warnings > 0) points.push(words.warnings(warnings));
  return points;
}

/** The first screen: the figures, what stands out, what to do next. */
export function Overview({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { total } = data;
  const next = actions(view);
  return (
    <Section
      id="overview"
      title={t.page.sections.overview}
      quiet
      finding={t.overview.lead(total.buyers, total.orders, total.net_revenue, total.profit)}
    >
      <Tiles tiles={tilesOf(view)} />
      <div class="pair">
        <Block title={t.overview.standsOut}>
          <ul class="points">
            {pointsOf(view).map((point) => (
              <li>
                <Rich text={point} />
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t.overview.next}>
          {next.length === 0 ? (
            <p>
              <Rich text={t.overview.nothing} />
            </p>
          ) : (
            <ol class="points">
              {next.map(({ text, file }) => (
                <li>
                  <Rich text={text} /> <FileLink file={file} t={t} />
                </li>
              ))}
            </ol>
          )}
        </Block>
      </div>
    </Section>
  );
}
