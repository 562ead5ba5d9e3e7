import type { VNode } from 'preact';
import { accountPlot, type AccountRow } from '../../charts/account.ts';
import type { ProfitAndLoss } from '../../data/money.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View, type Words } from '../../view.ts';
import { knowsGoods } from '../../worth.ts';

/** The lines of the account in order: results, and the steps between them with their sign. */
const lines = [
  ['revenue', 'result', 1],
  ['returns', 'step', -1],
  ['discounts', 'step', -1],
  ['net_revenue', 'result', 1],
  ['shipping_charged', 'step', 1],
  ['cost_of_goods', 'step', -1],
  ['gross_margin', 'result', 1],
  ['fulfilment', 'step', -1],
  ['cost_to_serve', 'step', -1],
  ['campaign_cost', 'step', -1],
  ['acquisition_cost', 'step', -1],
  ['profit', 'result', 1],
] as const;

/** The account as rows; steps of zero are left out. */
export function accountRows(money: ProfitAndLoss, labels: Readonly<Record<keyof ProfitAndLoss, string>>): AccountRow[] {
  return lines
    .map(([key, kind, sign]): AccountRow => ({ key, label: labels[key], kind, amount: sign * money[key] }))
    .filter(({ kind, amount }) => kind === 'result' || amount !== 0);
}

/** The account line by line, results standing out. */
export function AccountTable(props: {
  words: Words;
  label: string;
  rows: readonly AccountRow[];
  netRevenue: number;
  /** The relation that the rows are made of. */
  from: string;
}): VNode {
  const { t, f } = props.words;
  return (
    <Table
      label={props.label}
      rows={props.rows}
      from={props.from}
      ordered
      columns={[
        { header: t.profit.item, cell: ({ kind, label }) => (kind === 'result' ? <strong>{label}</strong> : label) },
        { header: t.profit.amount, kind: 'number', cell: (row) => f.exactMoney(row.amount) },
        {
          header: t.profit.ofNetRevenue,
          term: 'net_revenue',
          kind: 'number',
          cell: (row) => f.share(ratio(row.amount, props.netRevenue), 1),
        },
      ]}
    />
  );
}

/** From revenue to profit, for the whole company. */
export function Account({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { total } = data;
  const rows = accountRows(total, t.account).filter(({ key }) => key !== 'gross_margin' || knowsGoods(total));
  const money = f.moneyLike(rows.map((row) => row.amount));
  return (
    <Chart
      title={t.profit.account}
      sentence={t.profit.accountSentence(total.revenue, total.profit)}
      points={data.profit.gaps.map((gap) => [t.spread.gap(gap)])}
      legend={[
        { mark: 'bar ink', text: t.profit.result },
        { mark: 'bar loss', text: t.profit.takes },
        ...(rows.some((row) => row.kind === 'step' && row.amount > 0)
          ? [{ mark: 'bar gain', text: t.profit.adds }]
          : []),
      ]}
      plot={(size) => accountPlot(rows, money, f.shortMoney, size)}
      tableLabel={t.page.figures}
    >
      <AccountTable
        words={view}
        label={t.profit.account}
        rows={rows}
        netRevenue={total.net_revenue}
        from="marts.total"
      />
    </Chart>
  );
}
