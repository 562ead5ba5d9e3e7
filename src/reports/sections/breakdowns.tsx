import type { VNode } from 'preact';
import { monthsPlot } from '../charts/months.ts';
import { pairsPlot } from '../charts/pairs.ts';
import type { AcquisitionSource, Category } from '../data/profit.ts';
import { Chart } from '../parts/chart.tsx';
import { Table } from '../parts/table.tsx';
import { ratio, type View } from '../view.ts';

/** Rows with a name; those that stand for several have none of their own. */
interface Placed {
  readonly place: number;
  readonly member: string | null;
  readonly members: number;
}

const labelOf = ({ t }: View, row: Placed, others: { one: string; other: string }): string =>
  row.members > 1 ? t.page.others(row.members, others) : (row.member ?? t.page.unknown);

const largest = <Row,>(rows: readonly Row[], of: (row: Row) => number): Row =>
  rows.reduce((best, row) => (of(row) > of(best) ? row : best));

/** Net revenue and the gross margin in it, by category of the product. */
export function Categories({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = data.profit.categories;
  const named = rows.filter((row) => row.members === 1);
  if (named.length === 0) return null;
  const label = (row: Category): string => labelOf(view, row, t.nouns.category);
  const rate = (row: Category): number => ratio(row.gross_margin, row.net_revenue);
  const first = largest(named, (row) => row.net_revenue);
  const best = largest(named, rate);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.profit.byCategory}
      sentence={t.profit.byCategorySentence(
        label(first),
        ratio(first.net_revenue, data.total.net_revenue),
        label(best),
        rate(best),
      )}
      legend={[
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: t.profit.grossMargin },
      ]}
      plot={(size) =>
        pairsPlot(
          rows.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: `${f.shortMoney(row.net_revenue)} · ${f.share(rate(row))}`,
            whole: row.net_revenue,
            part: row.gross_margin,
          })),
          f.shortMoney,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byCategory}
        rows={rows}
        columns={[
          { header: t.profit.category, cell: (row) => <bdi>{label(row)}</bdi> },
          ...(['revenue', 'returns', 'discounts', 'net_revenue', 'cost_of_goods', 'gross_margin'] as const).map(
            (key) => ({
              header: t.account[key],
              term: key,
              kind: 'number' as const,
              cell: (row: Category) => money(row[key]),
            }),
          ),
          { header: t.profit.marginRate, term: 'gross_margin', kind: 'number', cell: (row) => f.share(rate(row), 1) },
        ]}
      />
    </Chart>
  );
}

/** What the customers bring that each source brought. */
export function Sources({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = data.profit.sources;
  const named = rows.filter((row) => row.members === 1);
  if (rows.length < 2 || named.length === 0) return null;
  const label = (row: AcquisitionSource): string => labelOf(view, row, t.nouns.source);
  const each = (row: AcquisitionSource): number => ratio(row.profit, row.customers);
  const best = largest(named, each);
  const worst = largest(named, (row) => -each(row));
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  const eachMoney = f.moneyLike(rows.map(each));
  return (
    <Chart
      title={t.profit.bySource}
      sentence={t.profit.bySourceSentence(label(best), each(best), label(worst), each(worst))}
      legend={[
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: t.account.profit },
        ...(rows.some((row) => row.profit < 0) ? [{ mark: 'bar loss', text: t.profit.takes }] : []),
      ]}
      plot={(size) =>
        pairsPlot(
          rows.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: f.shortMoney(row.profit),
            whole: row.net_revenue,
            part: row.profit,
          })),
          f.shortMoney,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.bySource}
        rows={rows}
        columns={[
          { header: t.profit.source, cell: (row) => <bdi>{label(row)}</bdi> },
          { header: t.profit.people, kind: 'number', cell: (row) => f.whole(row.customers) },
          {
            header: t.profit.bought,
            kind: 'number',
            cell: (row) => f.share(ratio(row.buyers, row.customers), 1),
          },
          { header: t.account.net_revenue, term: 'net_revenue', kind: 'number', cell: (row) => money(row.net_revenue) },
          {
            header: t.account.cost_to_serve,
            term: 'cost_to_serve',
            kind: 'number',
            cell: (row) => money(row.cost_to_serve),
          },
          {
            header: t.account.profit,
            term: 'profit',
            kind: 'number',
            mark: (row) => (row.profit < 0 ? 'negative' : undefined),
            cell: (row) => money(row.profit),
          },
          { header: t.profit.perCustomer, kind: 'number', cell: (row) => eachMoney(each(row)) },
        ]}
      />
    </Chart>
  );
}

/** Net revenue and the gross margin in it, month by month. */
export function Months({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const rows = data.profit.months;
  if (rows.length < 2) return null;
  const best = largest(rows, (row) => row.net_revenue);
  const money = f.moneyLike(rows.map((row) => row.net_revenue));
  return (
    <Chart
      title={t.profit.byMonth}
      sentence={t.profit.byMonthSentence(best.month, best.net_revenue)}
      legend={[
        { mark: 'bar gain pale', text: t.profit.netRevenue },
        { mark: 'bar gain', text: t.profit.grossMargin },
      ]}
      plot={(size) =>
        monthsPlot(
          rows.map((row) => ({ month: row.month, whole: row.net_revenue, part: row.gross_margin })),
          f.shortMoney,
          f.month,
          size,
        )
      }
      tableLabel={t.page.figures}
    >
      <Table
        label={t.profit.byMonth}
        rows={rows}
        columns={[
          { header: t.profit.month, cell: (row) => f.month(row.month) },
          ...(['revenue', 'returns', 'discounts', 'net_revenue', 'gross_margin'] as const).map((key) => ({
            header: t.account[key],
            term: key,
            kind: 'number' as const,
            cell: (row: (typeof rows)[number]) => money(row[key]),
          })),
        ]}
      />
    </Chart>
  );
}
