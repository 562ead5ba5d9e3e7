import type { VNode } from 'preact';
import { balancePlot, type BalanceRow } from '../../charts/balance.ts';
import type { Segment } from '../../data/segments.ts';
import { Chart } from '../../parts/chart.tsx';
import { SegmentName } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { shareOfSegments, type View } from '../../view.ts';

/** The share of the customers of each segment beside its share of the profit, or of net revenue where no cost is known. */
export function Balance({ view }: { view: View }): VNode {
  const { t, f, data, worth } = view;
  const { segments } = data;
  const rows = segments.map((segment): BalanceRow => ({
    key: segment.segment,
    label: `${segment.segment}  ${segment.name}`,
    index: segment.index,
    customers: shareOfSegments(data, segment, 'buyers'),
    share: shareOfSegments(data, segment, worth),
  }));
  const above = rows.filter((row) => row.share > row.customers).map((row) => row.key);
  const below = rows.filter((row) => row.share < row.customers).map((row) => row.key);
  const title = t.segments.balance(worth);
  const shares = worth === 'profit' ? (['net_revenue', 'profit'] as const) : ([worth] as const);
  return (
    <Chart
      title={title}
      sentence={t.segments.balanceSentence(worth, above, below)}
      points={[t.segments.ofSegments]}
      legend={[
        { mark: 'hollow', text: t.segments.share },
        { mark: 'ink', text: t.worth[worth].share },
      ]}
      plot={(size) => balancePlot(rows, (value) => f.share(value), size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={title}
        from="marts.segment_profit"
        rows={segments}
        columns={[
          { header: t.segments.segment, term: 'segment', cell: (row) => <SegmentName {...row} /> },
          { header: t.segments.customers, term: 'customer', kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.segments.share, kind: 'number', cell: (row) => f.share(shareOfSegments(data, row, 'buyers'), 1) },
          ...shares.map((key): TableColumn<Segment> => ({
            header: t.worth[key].share,
            term: key,
            kind: 'number',
            cell: (row) => f.share(shareOfSegments(data, row, key), 1),
          })),
        ]}
      />
    </Chart>
  );
}
