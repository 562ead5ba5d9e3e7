import type { VNode } from 'preact';
import { decilesPlot } from '../charts/deciles.ts';
import type { ProfitSpread } from '../data/profit-spread.ts';
import { Chart } from '../parts/chart.tsx';
import { Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';

/** What each tenth of the customers brings, the most profitable first. */
export function Deciles({ words, spread }: { words: Words; spread: ProfitSpread }): VNode | null {
  const { f } = words;
  const { spread: t, account } = words.t;
  const { deciles, whale } = spread;
  if (deciles.length < 2) return null;
  const money = f.moneyLike(deciles.flatMap((one) => [one.profit, one.net_revenue]));
  const amount = (key: 'net_revenue' | 'profit') => ({
    header: account[key],
    kind: 'number' as const,
    mark: (row: (typeof deciles)[number]) => (row[key] < 0 ? 'negative' : undefined),
    cell: (row: (typeof deciles)[number]) => money(row[key]),
  });
  return (
    <Chart
      title={t.deciles}
      sentence={t.decilesSentence(whale.profit, deciles[0]!.profit, deciles.at(-1)!.profit)}
      plot={(size) => decilesPlot(deciles, f.shortMoney, t.decile, size)}
      tableLabel={t.figures}
    >
      <Table
        label={t.deciles}
        rows={deciles}
        columns={[
          { header: t.decile, cell: (row) => f.whole(row.decile) },
          { header: t.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          amount('net_revenue'),
          amount('profit'),
          { header: t.from, kind: 'number', cell: (row) => f.exactMoney(row.least_profit) },
          { header: t.to, kind: 'number', cell: (row) => f.exactMoney(row.most_profit) },
        ]}
      />
    </Chart>
  );
}
