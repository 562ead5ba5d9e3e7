import type { VNode } from 'preact';
import { balancePlot, type BalanceRow } from '../charts/balance.ts';
import { fingerprintPlot } from '../charts/fingerprint.ts';
import { segmentClass } from '../charts/palette.ts';
import { draw } from '../charts/svg.ts';
import type { ProfileCell } from '../data/profile.ts';
import type { Segment } from '../data/segments.ts';
import { featureLabel } from '../features.ts';
import { Chart } from '../parts/chart.tsx';
import { FileLink } from '../parts/file-link.tsx';
import { Section, SegmentName } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { plain } from '../../text/phrase.ts';
import { fileOf, ratio, type View } from '../view.ts';
import { Profile } from './profile.tsx';

/** From what index on, or below its inverse, a feature is worth a mention. */
const notable = 115;

/** More segments than these are listed in tables only. */
const cards = 12;

/** Hardly anyone does it at all, so that its index means little. */
const seldom = ({ feature, base_mean: base }: ProfileCell): boolean =>
  feature.startsWith('category_share:') && base < 0.02;

/** The features that set a segment apart: those farthest above the base, then those farthest below, three of each at most. */
function distinctive(view: View, { segment }: Segment) {
  const rows = view.data.profile
    .filter((cell) => cell.segment === segment && cell.index !== null && !seldom(cell))
    .map(({ feature, index }) => ({
      feature,
      index: index!,
      label: view.t.segments.distinct(featureLabel(view, feature), index! / 100),
    }))
    .sort((a, b) => b.index - a.index || (a.feature < b.feature ? -1 : 1));
  const above = rows.filter((row) => row.index >= notable).slice(0, 3);
  const below = rows.filter((row) => row.index <= 10_000 / notable).slice(-3);
  return [...above, ...below];
}

function SegmentCard({ view, segment }: { view: View; segment: Segment }): VNode {
  const { t, f, data } = view;
  const features = distinctive(view, segment);
  return (
    <li class={segmentClass(segment.index)}>
      <h3>
        <span class="soft">{segment.segment}</span> <bdi>{segment.name}</bdi>
      </h3>
      <dl class="facts">
        <div>
          <dt>{t.segments.customers}</dt>
          <dd>{f.whole(segment.customers)}</dd>
        </div>
        <div>
          <dt>{t.segments.profitShare}</dt>
          <dd>{f.share(ratio(segment.profit, data.total.profit))}</dd>
        </div>
        <div>
          <dt>{t.segments.perCustomer}</dt>
          <dd>{f.money(ratio(segment.profit, segment.customers))}</dd>
        </div>
      </dl>
      {features.length === 0 ? null : (
        <div class="chart">{draw(plain(t.segments.fingerprint(segment.name)), fingerprintPlot(features))}</div>
      )}
      <p class="small">
        <FileLink file={fileOf(view, { segment: segment.segment })} t={t} />
      </p>
    </li>
  );
}

function Balance({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { segments, total } = data;
  const rows = segments.map((segment): BalanceRow => ({
    key: segment.segment,
    label: `${segment.segment}  ${segment.name}`,
    index: segment.index,
    customers: ratio(segment.buyers, total.buyers),
    profit: ratio(segment.profit, total.profit),
  }));
  const above = rows.filter((row) => row.profit > row.customers).map((row) => row.key);
  const below = rows.filter((row) => row.profit < row.customers).map((row) => row.key);
  return (
    <Chart
      title={t.segments.balance}
      sentence={t.segments.balanceSentence(above, below)}
      legend={[
        { mark: 'hollow', text: t.segments.share },
        { mark: 'ink', text: t.segments.profitShare },
      ]}
      plot={(size) => balancePlot(rows, (value) => f.share(value), size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={t.segments.balance}
        rows={segments}
        columns={[
          { header: t.segments.segment, term: 'segment', cell: (row) => <SegmentName {...row} /> },
          { header: t.segments.customers, term: 'customer', kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.segments.share, kind: 'number', cell: (row) => f.share(ratio(row.buyers, total.buyers), 1) },
          {
            header: t.segments.netRevenueShare,
            term: 'net_revenue',
            kind: 'number',
            cell: (row) => f.share(ratio(row.net_revenue, total.net_revenue), 1),
          },
          {
            header: t.segments.profitShare,
            term: 'profit',
            kind: 'number',
            cell: (row) => f.share(ratio(row.profit, total.profit), 1),
          },
        ]}
      />
    </Chart>
  );
}

/** Who the segments are: how large, what they bring, what sets them apart. */
export function Segments({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { segments } = data;
  const title = t.page.sections.segments;
  if (segments.length === 0) return <Section id="segments" title={title} finding={t.segments.none} />;
  const customers = segments.reduce((sum, segment) => sum + segment.customers, 0);
  return (
    <Section id="segments" title={title} finding={t.segments.finding(segments.length, customers, data.explained)}>
      {segments.length > cards ? null : (
        <ul class="cards">
          {segments.map((segment) => (
            <SegmentCard view={view} segment={segment} />
          ))}
        </ul>
      )}
      <Balance view={view} />
      <Profile view={view} />
    </Section>
  );
}
