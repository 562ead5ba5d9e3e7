import type { ComponentChildren, VNode } from 'preact';
import type { Group } from '../../data/money.ts';
import { Block, SegmentName, Unfold } from '../../parts/pieces.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import type { TermId } from '../../../text/messages.ts';
import type { View } from '../../view.ts';
import { knowsGoods } from '../../worth.ts';

/** A column of the account: a segment, the rest, or all. */
interface AccountColumn {
  readonly header: ComponentChildren;
  readonly group: Group;
}

/** A line of the account. */
interface AccountLine {
  readonly label: string;
  readonly term: TermId;
  readonly sum: boolean;
  /** Null where it has no meaning: the margin of nothing. */
  readonly value: (group: Group) => number | null;
  readonly write: (value: number) => string;
}

const steps = [
  'revenue',
  'returns',
  'discounts',
  'net_revenue',
  'shipping_charged',
  'cost_of_goods',
  'gross_margin',
  'fulfilment',
  'cost_to_serve',
  'campaign_cost',
  'acquisition_cost',
  'profit',
] as const;
const sums: ReadonlySet<string> = new Set(['net_revenue', 'gross_margin', 'profit']);

function linesOf({ t, f, data, worth }: View): AccountLine[] {
  const { total, segments } = data;
  const money = f.moneyLike(steps.map((key) => total[key]));
  const each = (group: Group): number | null => (group.customers > 0 ? group[worth] / group.customers : null);
  const margin: AccountLine = {
    label: t.profit.margin,
    term: 'margin',
    sum: false,
    value: (group) => (group.net_revenue > 0 ? group.profit / group.net_revenue : null),
    write: (value) => f.share(value, 1),
  };
  return [
    { label: t.profit.people, term: 'prospect', sum: false, value: (group) => group.customers, write: f.whole },
    ...steps
      .filter((key) => (key !== 'profit' || worth === 'profit') && (key !== 'gross_margin' || knowsGoods(total)))
      .filter((key) => sums.has(key) || key === 'revenue' || total[key] !== 0)
      .map((key): AccountLine => ({
        label: t.account[key],
        term: key,
        sum: sums.has(key),
        value: (group) => group[key],
        write: money,
      })),
    ...(worth === 'profit' ? [margin] : []),
    { label: t.worth[worth].each, term: worth, sum: false, value: each, write: f.moneyLike(segments.map(each)) },
  ];
}

function columnsOf({ t, data }: View): AccountColumn[] {
  const { segments, unassigned, anonymous, total } = data;
  return [
    { header: t.page.total, group: total },
    ...segments.map((group) => ({
      header: (
        <>
          <SegmentName index={group.index} name={group.segment} />
          <small>
            <bdi>{group.name}</bdi>
          </small>
        </>
      ),
      group,
    })),
    ...(unassigned === null ? [] : [{ header: t.profit.unassigned, group: unassigned }]),
    ...(anonymous === null || anonymous.revenue === 0 ? [] : [{ header: t.profit.anonymous, group: anonymous }]),
  ];
}

/** The account of every segment, of the rest, and of all, side by side: down to profit, or to net revenue where no cost is known. */
export function SegmentAccount({ view }: { view: View }): VNode {
  const { t, data, worth } = view;
  const title = worth === 'profit' ? t.profit.segmentAccount : t.profit.segmentSales;
  return (
    <Block
      title={title}
      sentence={t.profit.segmentAccountSentence(
        data.unassigned !== null,
        data.anonymous !== null && data.anonymous.revenue !== 0,
      )}
    >
      <Unfold label={t.page.figures}>
        <Table
          label={title}
          from="marts.segment_profit"
          rows={linesOf(view)}
          ordered
          emphasis={(line) => line.sum}
          columns={[
            {
              header: t.profit.item,
              cell: (line) => <a href={`#term-${line.term}`}>{line.label}</a>,
            },
            ...columnsOf(view).map(({ header, group }): TableColumn<AccountLine> => ({
              header,
              kind: 'number',
              mark: (line) => ((line.value(group) ?? 0) < 0 ? 'negative' : undefined),
              cell: (line) => {
                const value = line.value(group);
                return value === null ? t.page.none : line.write(value);
              },
            })),
          ]}
        />
      </Unfold>
    </Block>
  );
}
