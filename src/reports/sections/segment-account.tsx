import type { VNode } from 'preact';
import { loss } from '../charts/palette.ts';
import { spendingPlot } from '../charts/spending.ts';
import type { Group, ProfitAndLoss } from '../data/money.ts';
import { Chart } from '../parts/chart.tsx';
import { Block, SegmentName } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { ratio, type View } from '../view.ts';

/** What becomes of the money that a segment pays, in the order of stacking, with its colour. */
const parts = [
  ['profit', 'var(--gain)', 'gain'],
  ['cost_of_goods', 'var(--goods)', 'goods'],
  ['fulfilment', 'var(--hue-1)', 'hue-1'],
  ['cost_to_serve', loss, 'loss'],
] as const;

const paid = (money: ProfitAndLoss): number => money.net_revenue + money.shipping_charged;

/** One bar a segment: what becomes of each hundred that it pays. */
export function Spending({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const segments = data.segments.filter((segment) => paid(segment) > 0);
  if (segments.length === 0) return null;
  const used = parts.filter(([part]) => segments.some((segment) => segment[part] !== 0));
  const kept = (segment: ProfitAndLoss): number => ratio(segment.profit, paid(segment));
  const sorted = [...segments].sort((a, b) => kept(b) - kept(a));
  const [best, worst] = [sorted[0]!, sorted.at(-1)!];
  const pieces = segments.flatMap((segment) =>
    used.map(([part]) => ({ key: segment.segment, part, share: segment[part] / paid(segment) })),
  );
  const labels = Object.fromEntries(
    segments.map(({ segment, name, ...money }) => [segment, `${segment}  ${name}: ${f.share(kept(money), 1)}`]),
  );
  return (
    <Chart
      title={t.profit.bySegment}
      sentence={t.profit.bySegmentSentence(best.name, kept(best), worst.name, kept(worst))}
      legend={used.map(([part, , mark]) => ({ mark: `bar ${mark}`, text: t.account[part] }))}
      plot={(size) =>
        spendingPlot(
          pieces,
          labels,
          Object.fromEntries(used.map(([part, color]) => [part, color])),
          (value) => f.share(value),
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byPaid}
        rows={segments}
        columns={[
          { header: t.profit.segment, term: 'segment', cell: (row) => <SegmentName {...row} /> },
          ...used.map(([part]): TableColumn<(typeof segments)[number]> => ({
            header: t.account[part],
            term: part,
            kind: 'number',
            cell: (row) => f.share(ratio(row[part], paid(row)), 1),
          })),
        ]}
      />
    </Chart>
  );
}

/** A row of the table of accounts. */
interface AccountLine {
  readonly name: VNode | string;
  readonly group: Group;
}

/** The whole profit and loss account, a row for each segment, the rest, and their sum. */
export function SegmentAccount({ view }: { view: View }): VNode {
  const { t, f, data } = view;
  const { segments, unassigned, anonymous, total } = data;
  const rest = (name: string, note: string, group: Group | null): AccountLine[] =>
    group === null
      ? []
      : [
          {
            name: (
              <>
                {name}
                <small>{note}</small>
              </>
            ),
            group,
          },
        ];
  const lines: AccountLine[] = [
    ...segments.map((segment) => ({ name: <SegmentName {...segment} />, group: segment })),
    ...rest(t.profit.unassigned, t.profit.unassignedNote, unassigned),
    ...rest(t.profit.anonymous, t.profit.anonymousNote, anonymous?.revenue === 0 ? null : anonymous),
  ];
  const amounts = [
    'revenue',
    'returns',
    'discounts',
    'net_revenue',
    'cost_of_goods',
    'gross_margin',
    'fulfilment',
    'cost_to_serve',
    'profit',
  ] as const;
  const money = f.moneyLike(amounts.map((key) => total[key]));
  const each = f.moneyLike(segments.map((row) => ratio(row.profit, row.customers)));
  return (
    <Block title={t.profit.segmentAccount} sentence={t.page.amounts}>
      <Table
        label={t.profit.segmentAccount}
        rows={lines}
        sums={[{ name: t.page.total, group: total }]}
        columns={[
          { header: t.profit.segment, term: 'segment', cell: (row) => row.name },
          {
            header: t.profit.customers,
            term: 'customer',
            kind: 'number',
            cell: ({ group }) => f.whole(group.customers),
          },
          ...amounts.map((key): TableColumn<AccountLine> => ({
            header: t.account[key],
            term: key,
            kind: 'number',
            mark: ({ group }) => (group[key] < 0 ? 'negative' : undefined),
            cell: ({ group }) => money(group[key]),
          })),
          {
            header: t.profit.margin,
            term: 'margin',
            kind: 'number',
            cell: ({ group }) => (group.net_revenue > 0 ? f.share(group.profit / group.net_revenue, 1) : t.page.none),
          },
          {
            header: t.profit.perCustomer,
            term: 'profit',
            kind: 'number',
            cell: ({ group }) => (group.customers > 0 ? each(group.profit / group.customers) : t.page.none),
          },
        ]}
      />
    </Block>
  );
}
