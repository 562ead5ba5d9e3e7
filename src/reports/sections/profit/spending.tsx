import type { VNode } from 'preact';
import { gain, goods, loss } from '../../charts/palette.ts';
import { stacksPlot } from '../../charts/stacks.ts';
import type { ProfitAndLoss } from '../../data/money.ts';
import { Chart } from '../../parts/chart.tsx';
import { SegmentName } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

/** What becomes of the money that a segment pays, in the order of stacking: its colour in the chart and the mark of the legend. */
const parts = [
  ['profit', gain, 'gain'],
  ['cost_of_goods', goods, 'goods'],
  ['fulfilment', 'var(--hue-1)', 'hue-1'],
  ['cost_to_serve', loss, 'loss'],
  ['campaign_cost', 'var(--hue-5)', 'hue-5'],
  ['acquisition_cost', 'var(--hue-2)', 'hue-2'],
] as const;

/** The profit margin, as everywhere. */
const kept = (money: ProfitAndLoss): number => ratio(money.profit, money.net_revenue);

/** One bar a segment: what becomes of each hundred of its net revenue; shipping charged makes it a little longer. */
export function Spending({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const segments = data.segments.filter((segment) => segment.net_revenue > 0);
  if (segments.length === 0) return null;
  const used = parts.filter(([part]) => segments.some((segment) => segment[part] !== 0));
  const best = segments.reduce((most, one) => (kept(one) > kept(most) ? one : most));
  const worst = segments.reduce((least, one) => (kept(one) < kept(least) ? one : least));
  const rows = segments.map((one) => ({
    key: one.segment,
    label: `${one.segment}  ${one.name}`,
    value: f.share(kept(one), 1),
    parts: Object.fromEntries(used.map(([part]) => [part, ratio(one[part], one.net_revenue)])),
  }));
  const colors = Object.fromEntries(used.map(([part, color]) => [part, color]));
  return (
    <Chart
      title={t.profit.bySegment}
      sentence={t.profit.bySegmentSentence(best.name, kept(best), worst.name, kept(worst))}
      legend={used.map(([part, , mark]) => ({ mark: `bar ${mark}`, text: t.account[part] }))}
      plot={(size) => stacksPlot(rows, colors, (value) => f.share(value), size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byPaid}
        rows={segments}
        columns={[
          { header: t.profit.segment, term: 'segment', cell: (row) => <SegmentName {...row} /> },
          ...used.map(([part]): TableColumn<(typeof segments)[number]> => ({
            header: t.account[part],
            term: part,
            kind: 'number',
            cell: (row) => f.share(ratio(row[part], row.net_revenue), 1),
          })),
        ]}
      />
    </Chart>
  );
}
