import type { VNode } from 'preact';
import { rfmGridPlot } from '../charts/rfm-grid.ts';
import type { RfmCell, RfmSegment } from '../data/rfm.ts';
import { Chart } from '../parts/chart.tsx';
import { Block, Measure, Section } from '../parts/pieces.tsx';
import { Table } from '../parts/table.tsx';
import { ratio, type View } from '../view.ts';

const sum = <Row,>(rows: readonly Row[], of: (row: Row) => number): number =>
  rows.reduce((total, row) => total + of(row), 0);

function Grid({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { cells } = data.rfm;
  const fullest = cells.reduce((best, cell) => (cell.customers > best.customers ? cell : best));
  const money = f.moneyLike(cells.flatMap((cell) => [cell.monetary, cell.profit]));
  return (
    <Chart
      title={t.rfm.grid}
      sentence={t.rfm.gridSentence(fullest.customers, fullest.recency_score, fullest.frequency_score)}
      plot={(size) => rfmGridPlot(cells, t.rfm, f, size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={t.rfm.grid}
        rows={cells}
        columns={[
          {
            header: `${t.rfm.recency} · ${t.rfm.frequency}`,
            term: 'rfm',
            cell: (row) => `${f.whole(row.recency_score)} · ${f.whole(row.frequency_score)}`,
          },
          { header: t.rfm.customers, term: 'customer', kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.rfm.monetary, term: 'monetary', kind: 'number', cell: (row) => money(row.monetary) },
          { header: t.rfm.profit, term: 'profit', kind: 'number', cell: (row) => money(row.profit) },
        ]}
      />
    </Chart>
  );
}

function Named({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { segments } = data.rfm;
  const [first] = segments;
  if (first === undefined) return null;
  const { buyers, net_revenue: netRevenue } = data.total;
  const money = f.moneyLike(segments.map((row) => row.net_revenue));
  const each = (row: RfmSegment): number => ratio(row.profit, row.customers);
  const measure = (share: number): VNode => <Measure value={share} text={f.share(share, 1)} />;
  const eachMoney = f.moneyLike(segments.map(each));
  return (
    <Block
      title={t.rfm.segments}
      sentence={t.rfm.segmentsSentence(first.rfm_segment, ratio(first.net_revenue, netRevenue))}
    >
      <Table
        label={t.rfm.segments}
        rows={segments}
        columns={[
          { header: t.rfm.segment, term: 'rfm', cell: (row) => <bdi>{row.rfm_segment}</bdi> },
          { header: t.rfm.customers, term: 'customer', kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.rfm.share, kind: 'number', cell: (row) => measure(ratio(row.customers, buyers)) },
          { header: t.rfm.netRevenue, term: 'net_revenue', kind: 'number', cell: (row) => money(row.net_revenue) },
          {
            header: t.rfm.netRevenueShare,
            kind: 'number',
            cell: (row) => measure(ratio(row.net_revenue, netRevenue)),
          },
          {
            header: t.rfm.perCustomer,
            term: 'profit',
            kind: 'number',
            mark: (row) => (row.profit < 0 ? 'negative' : undefined),
            cell: (row) => eachMoney(each(row)),
          },
        ]}
      />
    </Block>
  );
}

/** How lately, how often and for how much customers buy. */
export function Rfm({ view }: { view: View }): VNode {
  const { t, data } = view;
  const { cells } = data.rfm;
  const title = t.page.sections.rfm;
  if (cells.length === 0) return <Section id="rfm" title={title} finding={t.rfm.none} />;
  const top = (of: (cell: RfmCell) => number): number => Math.max(...cells.map(of));
  const recency = top((cell) => cell.recency_score);
  const frequency = top((cell) => cell.frequency_score);
  const best = cells.filter((cell) => cell.recency_score === recency && cell.frequency_score === frequency);
  const lapsed = cells.filter((cell) => cell.recency_score === 1 && cell.frequency_score === 1);
  const spent = sum(cells, (cell) => cell.monetary);
  const finding = t.rfm.finding(
    sum(best, (cell) => cell.customers),
    ratio(
      sum(best, (cell) => cell.monetary),
      spent,
    ),
    sum(lapsed, (cell) => cell.customers),
  );
  return (
    <Section id="rfm" title={title} finding={finding}>
      <Grid view={view} />
      <Named view={view} />
    </Section>
  );
}
