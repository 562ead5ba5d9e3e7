import type { VNode } from 'preact';
import { rfmGridPlot } from '../../charts/rfm-grid.ts';
import type { RfmCell } from '../../data/rfm.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** The customers of every pair of recency and frequency scores. */
export function Grid({ view }: { view: View }): VNode {
  const { t, f, data, worth } = view;
  const { cells } = data.rfm;
  const most = Math.max(...cells.map(({ customers }) => customers));
  const fullest = cells
    .filter(({ customers }) => customers === most)
    .map((cell) => ({ recency: cell.recency_score, frequency: cell.frequency_score }));
  const money = f.moneyLike(cells.flatMap((cell) => [cell.monetary, cell.profit]));
  const profitColumn: TableColumn<RfmCell> = {
    header: t.worth.profit.label,
    term: 'profit',
    kind: 'number',
    cell: (row) => money(row.profit),
  };
  return (
    <Chart
      title={t.rfm.grid}
      sentence={t.rfm.gridSentence(most, fullest)}
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
          ...(worth === 'profit' ? [profitColumn] : []),
        ]}
      />
    </Chart>
  );
}
