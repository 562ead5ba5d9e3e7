import type { VNode } from 'preact';
import { balancePlot, type BalanceRow } from '../../charts/balance.ts';
import { Chart } from '../../parts/chart.tsx';
import { SegmentName } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

/** The share of the customers of each segment beside its share of the profit. */
export function Balance({ view }: { view: View }): VNode {
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
