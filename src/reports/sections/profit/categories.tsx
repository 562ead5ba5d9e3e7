import type { VNode } from 'preact';
import { pairsPlot } from '../../charts/pairs.ts';
import type { Category } from '../../data/profit.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';
import { labelOf, largest } from './placed.ts';

/** Net revenue and the gross margin in it, by category of the product. */
export function Categories({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = data.profit.categories;
  const named = rows.filter((row) => row.members === 1);
  if (rows.length < 2 || named.length === 0) return null;
  const label = (row: Category): string => labelOf(view, row, t.nouns.category);
  const rate = (row: Category): number => ratio(row.gross_margin, row.net_revenue);
  const first = largest(named, (row) => row.net_revenue);
  const best = largest(named, rate);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.profit.byCategory}
      sentence={t.profit.byCategorySentence(
        label(first),
        ratio(first.net_revenue, data.total.net_revenue),
        label(best),
        rate(best),
      )}
      legend={[
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: t.profit.grossMargin },
      ]}
      plot={(size) =>
        pairsPlot(
          rows.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: `${f.shortMoney(row.net_revenue)} · ${f.share(rate(row))}`,
            whole: row.net_revenue,
            part: row.gross_margin,
          })),
          f.shortMoney,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byCategory}
        rows={rows}
        columns={[
          { header: t.profit.category, cell: (row) => <bdi>{label(row)}</bdi> },
          ...(['revenue', 'returns', 'discounts', 'net_revenue', 'cost_of_goods', 'gross_margin'] as const).map(
            (key) => ({
              header: t.account[key],
              term: key,
              kind: 'number' as const,
              cell: (row: Category) => money(row[key]),
            }),
          ),
          { header: t.profit.marginRate, term: 'gross_margin', kind: 'number', cell: (row) => f.share(rate(row), 1) },
        ]}
      />
    </Chart>
  );
}
