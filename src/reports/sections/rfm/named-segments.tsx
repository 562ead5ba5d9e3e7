import type { VNode } from 'preact';
import type { RfmSegment } from '../../data/rfm.ts';
import { Block, Measure } from '../../parts/pieces.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, rfmName, type View } from '../../view.ts';

/** The RFM segments with what they bring. */
export function NamedSegments({ view }: { view: View }): VNode | null {
  const { t, f, data, worth } = view;
  const { segments } = data.rfm;
  const [first] = segments;
  if (first === undefined) return null;
  const { buyers, net_revenue: netRevenue } = data.total;
  const money = f.moneyLike(segments.map((row) => row.net_revenue));
  const each = (row: RfmSegment): number => ratio(row[worth], row.customers);
  const measure = (share: number): VNode => <Measure value={share} text={f.share(share, 1)} />;
  const eachMoney = f.moneyLike(segments.map(each));
  return (
    <Block
      title={t.rfm.segments}
      sentence={t.rfm.segmentsSentence(rfmName(view, first.rfm_segment), ratio(first.net_revenue, netRevenue))}
    >
      <Table
        label={t.rfm.segments}
        rows={segments}
        columns={[
          { header: t.rfm.segment, term: 'rfm', cell: (row) => <bdi>{rfmName(view, row.rfm_segment)}</bdi> },
          { header: t.rfm.customers, term: 'customer', kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.rfm.share, kind: 'number', cell: (row) => measure(ratio(row.customers, buyers)) },
          { header: t.rfm.netRevenue, term: 'net_revenue', kind: 'number', cell: (row) => money(row.net_revenue) },
          {
            header: t.rfm.netRevenueShare,
            kind: 'number',
            cell: (row) => measure(ratio(row.net_revenue, netRevenue)),
          },
          {
            header: t.worth[worth].each,
            term: worth,
            kind: 'number',
            mark: (row) => (row[worth] < 0 ? 'negative' : undefined),
            cell: (row) => eachMoney(each(row)),
          },
        ]}
      />
    </Block>
  );
}
