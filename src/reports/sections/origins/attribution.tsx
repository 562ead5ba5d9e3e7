import type { VNode } from 'preact';
import { creditMark, creditsPlot } from '../../charts/credits.ts';
import { attributionRules, type AttributionRule, type TouchCredit } from '../../data/attribution.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { wordOf, type View } from '../../view.ts';

/** Those that the chart has; the table has all. */
const drawn: readonly AttributionRule[] = ['first', 'last', 'markov'];

/** What preceded purchases, by touch and rule. */
export function Attribution({ view }: { view: View }): VNode | null {
  const { f, data } = view;
  const t = view.t.attribution;
  const { touches, lookBack, touched, untouched } = data.attribution;
  const [first] = touches;
  if (first === undefined) return null;
  const called = ({ kind, touch }: TouchCredit): string =>
    t.kinds[kind](kind === 'referrer' ? touch : wordOf(view.t.channels, touch));
  const between = (low: number | null, high: number | null): string =>
    low === null || high === null ? view.t.page.none : t.between(f.share(low, 1), f.share(high, 1));
  const { share_low: low, share_high: high } = first;
  const money = f.moneyLike(touches.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.title}
      sentence={t.sentence(
        touched,
        touched + untouched,
        lookBack,
        called(first),
        first.markov,
        low === null || high === null ? null : { low, high },
        first.last,
      )}
      points={[t.caution, t.meaning, t.spread]}
      legend={drawn.map((rule, i) => ({ mark: creditMark(i), text: t.rules[rule] }))}
      plot={(size) =>
        creditsPlot(
          touches.map((row) => ({
            key: `${row.kind} ${row.touch}`,
            label: called(row),
            value: f.share(row.markov, 1),
            shares: drawn.map((rule) => row[rule]),
          })),
          (value) => f.share(value),
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.title}
        rows={touches}
        columns={[
          { header: t.touch, term: 'touch', cell: (row) => <bdi>{called(row)}</bdi> },
          ...attributionRules.map((rule) => ({
            header: t.rules[rule],
            kind: 'number' as const,
            cell: (row: TouchCredit) => f.share(row[rule], 1),
          })),
          {
            header: t.effect,
            term: 'removal_effect',
            kind: 'number',
            cell: (row) => f.share(row.removal_effect, 1),
          },
          {
            header: t.interval,
            kind: 'number',
            cell: (row) => between(row.removal_effect_low, row.removal_effect_high),
          },
          { header: t.orders, kind: 'number', cell: (row) => f.fixed(row.orders, 1) },
          { header: t.revenue, kind: 'number', cell: (row) => money(row.net_revenue) },
        ]}
      />
    </Chart>
  );
}
