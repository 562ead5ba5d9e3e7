import type { VNode } from 'preact';
import { liftsPlot } from '../../charts/lifts.ts';
import type { BasketModel } from '../../data/baskets.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** The rules with the highest lift, as bars and as a table. */
export function Rules({ view, level }: { view: View; level: BasketModel['level'] }): VNode | null {
  const { t, f, data } = view;
  const { rules, told } = data.baskets;
  if (rules.length === 0) return null;
  const times = (value: number): string => f.number(value, value < 10 ? 1 : 0);
  const rows = rules.map(({ rule, left_names: left, right_name: right, lift }) => {
    return { key: String(rule), label: t.baskets.rule(left, right), lift };
  });
  return (
    <Chart
      title={t.baskets.rules}
      sentence={t.baskets.rulesSentence(rules.length, told)}
      points={[t.baskets.test]}
      plot={(size) => liftsPlot(rows, times, size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={t.baskets.rules}
        rows={rules}
        columns={[
          { header: t.baskets.left, cell: (row) => <bdi>{row.left_names}</bdi> },
          { header: t.baskets.right, cell: (row) => <bdi>{row.right_name}</bdi> },
          { header: t.baskets.together(level), kind: 'number', cell: (row) => f.whole(row.baskets) },
          { header: t.baskets.confidence, term: 'confidence', kind: 'number', cell: (row) => f.share(row.confidence) },
          { header: t.baskets.lift, term: 'lift', kind: 'number', cell: (row) => f.fixed(row.lift, 1) },
          {
            header: t.baskets.p,
            term: 'false_discovery',
            kind: 'number',
            cell: (row) => t.baskets.pValue(row.adjusted_p),
          },
        ]}
      />
    </Chart>
  );
}
