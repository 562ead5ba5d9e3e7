import type { VNode } from 'preact';
import { intervalsPlot } from '../../charts/intervals.ts';
import type { Advice } from '../../data/origins.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import type { View } from '../../view.ts';
import { intervalLegend } from './legend.ts';

/** Where to look for new customers: origins by what one more person from there is worth after what finding them costs. */
export function AdvertiseNext({ view }: { view: View }): VNode | null {
  const { f, data, worth } = view;
  const t = view.t.origins;
  const { advice, unranked, hasLifetime } = data.origins;
  const [first] = advice;
  if (first === undefined) return <p>{t.allTooFew}</p>;
  const paid = advice.find((row) => row.is_paid);
  const worst = advice.findLast(
    (row) => row.is_paid && row !== paid && row.reason !== 'alike' && row.reason !== 'better',
  );
  const money = f.moneyLike(advice.flatMap((row) => [row.expected_value_low, row.expected_value_high]));
  const payback = ({ cost_per_head: cost, payback_months: months, observed_months: seen }: Advice): string =>
    cost === 0 ? t.noCost : months === null ? t.notYet(seen ?? 0) : t.inMonth(months);
  return (
    <Chart
      title={t.next}
      sentence={
        paid === undefined
          ? t.nothingPaid(first.member, first.expected_value, first.expected_value_low)
          : t.nextSentence(paid.member, paid.expected_value, paid.expected_value_low, paid.cost_per_head)
      }
      points={[
        ...(worst === undefined ? [] : [t.lastSentence(worst.member, worst.expected_value_high, worst.cost_per_head)]),
        t.valueMeaning(worth === 'profit', hasLifetime),
        ...(unranked > 0 ? [t.tooFew(unranked)] : []),
        t.caution,
      ]}
      legend={intervalLegend(t)}
      plot={(size) =>
        intervalsPlot(
          advice.map((row) => ({
            key: row.member,
            label: row.member,
            value: f.shortMoney(row.expected_value),
            estimate: row.expected_value,
            low: row.expected_value_low,
            high: row.expected_value_high,
          })),
          first.value_base,
          f.shortMoney,
          size,
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.next}
        rows={advice}
        columns={[
          { header: t.origin, cell: (row) => <bdi>{row.member}</bdi> },
          { header: t.rank, kind: 'number', cell: (row) => f.whole(row.rank ?? 0) },
          { header: t.reason, cell: (row) => t.reasons[row.reason] },
          { header: t.people, kind: 'number', cell: (row) => f.whole(row.people) },
          { header: t.expected, term: 'expected_value', kind: 'number', cell: (row) => money(row.expected_value) },
          {
            header: t.interval,
            kind: 'number',
            cell: (row) => t.between(money(row.expected_value_low), money(row.expected_value_high)),
          },
          { header: t.cost, kind: 'number', cell: (row) => f.exactMoney(row.cost_per_head) },
          {
            header: t.valueToCost,
            term: 'value_to_cost',
            kind: 'number',
            cell: (row) => (row.value_to_cost === null ? view.t.page.none : f.fixed(row.value_to_cost, 1)),
          },
          { header: t.payback, term: 'payback', cell: payback },
        ]}
      />
    </Chart>
  );
}
