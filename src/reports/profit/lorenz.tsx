import type { VNode } from 'preact';
import { curvePlot } from '../charts/curves.ts';
import type { ProfitSpread } from '../data/profit-spread.ts';
import { Chart } from '../parts/chart.tsx';
import { Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';

const equality = [
  { x: 0, y: 0 },
  { x: 1, y: 1 },
];

/** The share of net revenue of those who bring least, against the same from everyone. */
export function Lorenz({ words, spread }: { words: Words; spread: ProfitSpread }): VNode | null {
  const { f } = words;
  const t = words.t.spread;
  const { gini, top_10_share: top, below_zero: below, customers } = spread.concentration;
  if (gini === null || customers < 2) return null;
  const points = spread.lorenz.map((point) => ({ x: point.percentile / 100, y: point.share_of_net_revenue ?? 0 }));
  const share = (value: number): string => f.share(value);
  return (
    <Chart
      title={t.lorenz}
      sentence={t.lorenzSentence(gini, top ?? 0)}
      points={below === 0 ? [] : [t.below(below)]}
      legend={[
        { mark: 'rule gain', text: t.curve },
        { mark: 'rule soft', text: t.equal },
      ]}
      plot={(size) =>
        curvePlot(
          { curve: points, plain: equality },
          { domain: [0, 1], write: share, label: t.lorenzX },
          { domain: [0, 1], write: share, label: t.lorenzY },
          size,
        )
      }
      tableLabel={t.figures}
    >
      <Table
        label={t.lorenz}
        rows={spread.lorenz.filter(({ percentile }) => percentile % 10 === 0)}
        columns={[
          { header: t.lorenzX, cell: (row) => f.share(row.percentile / 100) },
          { header: t.customers, kind: 'number', cell: (row) => f.whole(row.customers) },
          { header: t.lorenzY, kind: 'number', cell: (row) => f.share(row.share_of_net_revenue ?? 0, 1) },
        ]}
      />
    </Chart>
  );
}
