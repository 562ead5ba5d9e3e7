import type { VNode } from 'preact';
import { pairsPlot } from '../../charts/pairs.ts';
import type { AcquisitionSource } from '../../data/profit.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';
import { labelOf, largest } from './placed.ts';

/** What the customers bring that each source brought. */
export function Sources({ view }: { view: View }): VNode | null {
  const { t, f, data, worth } = view;
  const rows = data.profit.sources;
  const named = rows.filter((row) => row.members === 1);
  if (rows.length < 2 || named.length === 0) return null;
  const label = (row: AcquisitionSource): string => labelOf(view, row, t.nouns.source);
  const each = (row: AcquisitionSource): number => ratio(row[worth], row.customers);
  const best = largest(named, each);
  const worst = largest(named, (row) => -each(row));
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  const eachMoney = f.moneyLike(rows.map(each));
  return (
    <Chart
      title={t.profit.bySource}
      sentence={t.profit.bySourceSentence(worth, label(best), each(best), label(worst), each(worst))}
      legend={[
        ...(worth === 'profit' ? [{ mark: 'bar gain pale', text: t.profit.netRevenue }] : []),
        { mark: 'bar gain', text: t.worth[worth].label },
        ...(worth === 'profit' && rows.some((row) => row.profit < 0)
          ? [{ mark: 'bar loss', text: t.profit.takes }]
          : []),
      ]}
      plot={(size) =>
        pairsPlot(
          rows.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: f.shortMoney(row[worth]),
            whole: row.net_revenue,
            part: row[worth],
          })),
          f.shortMoney,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.bySource}
        rows={rows}
        columns={[
          { header: t.profit.source, cell: (row) => <bdi>{label(row)}</bdi> },
          { header: t.profit.people, kind: 'number', cell: (row) => f.whole(row.customers) },
          {
            header: t.profit.bought,
            kind: 'number',
            cell: (row) => f.share(ratio(row.buyers, row.customers), 1),
          },
          { header: t.account.net_revenue, term: 'net_revenue', kind: 'number', cell: (row) => money(row.net_revenue) },
          ...(worth === 'profit' ? (['cost_to_serve', 'acquisition_cost', 'profit'] as const) : []).map(
            (key): TableColumn<AcquisitionSource> => ({
              header: t.account[key],
              term: key,
              kind: 'number',
              mark: (row) => (row[key] < 0 ? 'negative' : undefined),
              cell: (row) => money(row[key]),
            }),
          ),
          { header: t.worth[worth].each, kind: 'number', cell: (row) => eachMoney(each(row)) },
        ]}
      />
    </Chart>
  );
}
