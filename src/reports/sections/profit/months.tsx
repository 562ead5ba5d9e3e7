import type { VNode } from 'preact';
import { monthsPlot } from '../../charts/months.ts';
import { costOf } from '../../data/money.ts';
import { Chart } from '../../parts/chart.tsx';
import { dayValue, Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';
import { knowsGoods } from '../../worth.ts';
import { largest, revenueLegend } from './placed.ts';

/** Net revenue and the profit in it, month by month; net revenue alone where no cost is known. */
export function Months({ view }: { view: View }): VNode | null {
  const { t, f, data, worth } = view;
  const rows = data.profit.months;
  if (rows.length < 2) return null;
  const goods = knowsGoods(data.total);
  const costs = [
    ...(goods ? (['cost_of_goods', 'gross_margin'] as const) : []),
    ...(['fulfilment', 'cost_to_serve', 'campaign_cost', 'acquisition_cost'] as const).filter(
      (key) => data.total[key] !== 0,
    ),
    ...(worth === 'profit' ? (['profit'] as const) : []),
  ];
  const { undatedCosts } = data.profit;
  const best = largest(rows, (row) => row.net_revenue);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.profit.byMonth}
      sentence={t.profit.byMonthSentence(best.month, best.net_revenue)}
      legend={revenueLegend(view, worth === 'profit' ? t.account.profit : null)}
      plot={(size) =>
        monthsPlot(
          rows.map((row) => ({
            month: row.month,
            whole: row.net_revenue,
            part: worth === 'profit' ? row.profit : row.net_revenue,
          })),
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
          { header: t.profit.month, value: (row) => dayValue(row.month), cell: (row) => f.month(row.month) },
          ...(['revenue', 'returns', 'discounts', 'net_revenue', ...costs] as const).map((key) => ({
            header: t.account[key],
            term: key,
            kind: 'number' as const,
            mark: (row: (typeof rows)[number]) => (row[key] < 0 ? 'negative' : undefined),
            cell: (row: (typeof rows)[number]) => money(row[key]),
          })),
        ]}
      />
      {worth !== 'profit' || undatedCosts === null || costOf(undatedCosts) === 0 ? null : (
        <p class="small">{t.profit.notAttributed('month', costOf(undatedCosts))}</p>
      )}
    </Chart>
  );
}
