import type { VNode } from 'preact';
import { intervalsPlot } from '../../charts/intervals.ts';
import { dimensions, type Origin } from '../../data/origins.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';
import { intervalLegend } from '../interval-legend.ts';

type Indexed = Origin & { best_index: number; best_index_low: number; best_index_high: number };

const isIndexed = (origin: Origin): origin is Indexed => origin.best_index !== null;

const byIndex = (a: Indexed, b: Indexed): number => b.best_index - a.best_index || (a.member < b.member ? -1 : 1);

/** Who finds the best customers, against everybody. */
export function OriginIndex({ view }: { view: View }): VNode | null {
  const { f, data } = view;
  const t = view.t.origins;
  const { origins, dimension } = data.origins;
  const rows = origins
    .filter((origin) => origin.dimension === dimension)
    .filter(isIndexed)
    .sort(byIndex);
  const [best, worst] = [rows[0], rows.at(-1)];
  if (best === undefined || worst === undefined || best === worst) return null;
  const write = (value: number | null): string => (value === null ? view.t.page.none : f.whole(value));
  const between = (low: number | null, high: number | null): string =>
    low === null || high === null ? view.t.page.none : t.between(write(low), write(high));
  return (
    <Chart
      title={t.index}
      sentence={t.indexSentence(best.member, best.best_index / 100, worst.member, worst.best_index / 100)}
      points={[t.indexMeaning]}
      legend={intervalLegend(t)}
      plot={(size) =>
        intervalsPlot(
          rows.map((row) => ({
            key: row.member,
            label: row.member,
            value: write(row.best_index),
            estimate: row.best_index,
            low: row.best_index_low,
            high: row.best_index_high,
          })),
          100,
          write,
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.index}
        rows={dimensions.flatMap((one) => origins.filter((origin) => origin.dimension === one))}
        columns={[
          { header: t.origin, cell: (row) => <bdi>{row.member}</bdi> },
          { header: t.kind, cell: (row) => t.dimensions[row.dimension] },
          { header: t.people, kind: 'number', cell: (row) => f.whole(row.people) },
          { header: t.bought, kind: 'number', cell: (row) => f.share(ratio(row.customers, row.people), 1) },
          { header: t.best, term: 'best_customer', kind: 'number', cell: (row) => f.whole(row.best_customers) },
          { header: t.bestIndex, term: 'origin_index', kind: 'number', cell: (row) => write(row.best_index) },
          { header: t.interval, kind: 'number', cell: (row) => between(row.best_index_low, row.best_index_high) },
          { header: t.profitIndex, term: 'origin_index', kind: 'number', cell: (row) => write(row.profit_index) },
          { header: t.interval, kind: 'number', cell: (row) => between(row.profit_index_low, row.profit_index_high) },
        ]}
      />
    </Chart>
  );
}
