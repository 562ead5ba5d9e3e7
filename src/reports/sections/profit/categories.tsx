import type { VNode } from 'preact';
import { pairsPlot } from '../../charts/pairs.ts';
import { costOf } from '../../data/money.ts';
import type { Category } from '../../data/profit.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';
import { knowsGoods } from '../../worth.ts';
import { labelOf, largest, revenueLegend } from './placed.ts';

/** Net revenue and the margin in it, by category of the product: of contribution, or gross where fulfilment costs nothing; net revenue alone where no cost of goods is known. */
export function Categories({ view }: { view: View }): VNode | null {
  const { t, f, data, worth } = view;
  const rows = data.profit.categories;
  const named = rows.filter((row) => row.members === 1);
  if (rows.length < 2 || named.length === 0) return null;
  const goods = knowsGoods(data.total);
  const label = (row: Category): string => labelOf(view, row, t.nouns.category);
  const margin = rows.some(({ fulfilment }) => fulfilment !== 0) ? 'contribution_margin' : 'gross_margin';
  const rate = (row: Category): number => ratio(row[margin], row.net_revenue);
  const first = largest(named, (row) => row.net_revenue);
  const best = largest(named, rate);
  const share = ratio(first.net_revenue, data.total.net_revenue);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  const costs = [
    ...(goods ? (['cost_of_goods', 'gross_margin'] as const) : []),
    ...(data.total.fulfilment === 0 ? [] : (['fulfilment', 'contribution_margin'] as const)),
  ];
  const { customerCosts } = data.profit;
  const rateColumn: TableColumn<Category> = {
    header: t.profit.marginRate,
    term: margin,
    kind: 'number',
    cell: (row) => f.share(rate(row), 1),
  };
  return (
    <Chart
      title={t.profit.byCategory}
      sentence={
        goods
          ? t.profit.byCategorySentence(label(first), share, label(best), rate(best))
          : t.profit.byCategorySold(label(first), share)
      }
      legend={revenueLegend(view, goods ? t.profit[margin === 'gross_margin' ? 'grossMargin' : 'contribution'] : null)}
      plot={(size) =>
        pairsPlot(
          rows.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: goods ? `${f.shortMoney(row.net_revenue)} · ${f.share(rate(row))}` : f.shortMoney(row.net_revenue),
            whole: row.net_revenue,
            part: goods ? row[margin] : row.net_revenue,
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
          ...(['revenue', 'returns', 'discounts', 'net_revenue', ...costs] as const).map(
            (key): TableColumn<Category> => ({
              header: key === 'contribution_margin' ? t.profit.contribution : t.account[key],
              term: key,
              kind: 'number',
              cell: (row) => money(row[key]),
            }),
          ),
          ...(goods ? [rateColumn] : []),
        ]}
      />
      {worth !== 'profit' || customerCosts === null || costOf(customerCosts) === 0 ? null : (
        <p class="small">{t.profit.notAttributed('category', costOf(customerCosts))}</p>
      )}
    </Chart>
  );
}
