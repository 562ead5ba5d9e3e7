import type { VNode } from 'preact';
import { monthsPlot } from '../../charts/months.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';
import { largest } from './placed.ts';

/** Net revenue and the gross margin in it, month by month. */
export function Months({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = data.profit.months;
  if (rows.length < 2) return null;
  const best = largest(rows, (row) => row.net_revenue);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.profit.byMonth}
      sentence={t.profit.byMonthSentence(best.month, best.net_revenue)}
      legend={[
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: t.profit.grossMargin },
      ]}
      plot={(size) =>
        monthsPlot(
          rows.map((row) => ({ month: row.month, whole: row.net_revenue, part: row.gross_margin })),
          f.shortMoney,
          f.month,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byMonth}
        rows={rows}
        columns={[
          { header: t.profit.month, cell: (row) => f.month(row.month) },
          ...(['revenue', 'returns', 'discounts', 'net_revenue', 'gross_margin'] as const).map((key) => ({
            header: t.account[key],
            term: key,
            kind: 'number' as const,
            cell: (row: (typeof rows)[number]) => money(row[key]),
          })),
        ]}
      />
    </Chart>
  );
}
