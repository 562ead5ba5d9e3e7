import type { VNode } from 'preact';
import type { Span } from '../../../text/en/attribution.ts';
import type { Advice } from '../../data/origins.ts';
import { Table, type TableColumn } from '../../parts/table.tsx';
import type { View } from '../../view.ts';

/** The interval of what one more person is worth. */
export const expectedBetween = ({ expected_value_low: low, expected_value_high: high }: Advice): Span => ({
  low,
  high,
});

/** What one more person from each origin is worth, and what one brought so far. */
export function AdviceTable({ view, label, rows }: { view: View; label: string; rows: readonly Advice[] }): VNode {
  const { f, worth } = view;
  const t = view.t.origins;
  const money = f.moneyLike(rows.flatMap((row) => [row.expected_value_low, row.expected_value_high]));
  const payback = ({ cost_per_head: cost, payback_months: months, observed_months: seen }: Advice): string =>
    cost === 0 ? t.noCost : months === null ? t.notYet(seen ?? 0) : t.inMonth(months);
  const costs: readonly TableColumn<Advice>[] = [
    { header: t.cost, kind: 'number', cell: (row) => f.exactMoney(row.cost_per_head) },
    {
      header: t.valueToCost,
      term: 'value_to_cost',
      kind: 'number',
      cell: (row) => (row.value_to_cost === null ? view.t.page.none : f.fixed(row.value_to_cost, 1)),
    },
    { header: t.payback, term: 'payback', cell: payback },
  ];
  return (
    <Table
      label={label}
      rows={rows}
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
        { header: view.t.worth[worth].each, kind: 'number', cell: (row) => money(row.profit_per_head) },
        ...(rows.some((row) => row.cost_per_head > 0) ? costs : []),
      ]}
    />
  );
}
