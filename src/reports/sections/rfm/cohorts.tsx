import type { VNode } from 'preact';
import type { Phrase } from '../../../text/phrase.ts';
import { cohortPlot } from '../../charts/cohorts.ts';
import { shownMonths, type CohortCell } from '../../data/cohorts.ts';
import { Chart } from '../../parts/chart.tsx';
import { dayValue, Table, type TableColumn } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

/** Up to so many months after the first one money is told, as far as it is seen. */
const horizons = [0, 1, 3, 6, 12, 24];

type Seen = Pick<CohortCell, 'retention' | 'brought' | 'is_complete'>;

/** A cohort, by its month, with what is seen of it by period; null: all cohorts together. */
interface CohortRow {
  readonly cohort: string | null;
  /** Null: not the same for every period. */
  readonly customers: number | null;
  readonly cells: ReadonlyMap<number, Seen>;
}

function rowsOf({ data }: View): CohortRow[] {
  const { cells } = data.cohorts;
  return [...new Set(cells.map((cell) => cell.cohort_month))].map((cohort) => {
    const own = cells.filter((cell) => cell.cohort_month === cohort);
    return { cohort, customers: own[0]!.customers, cells: new Map(own.map((cell) => [cell.period, cell])) };
  });
}

/** All cohorts together, by period those that have completed it. */
const everyone = ({ data }: View): CohortRow => ({
  cohort: null,
  customers: null,
  cells: new Map(
    data.cohorts.periods.map(({ period, active_customers: active, customers, brought }) => [
      period,
      { retention: ratio(active, customers), brought, is_complete: true },
    ]),
  ),
});

/** What all cohorts together did, as far as enough of them are seen. */
function findings({ t, data }: View): { sentence: Phrase; points: Phrase[] } | null {
  const { periods, cohorts, cells } = data.cohorts;
  const share = (period: number): number | null => {
    const found = periods.find((one) => one.period === period);
    return found === undefined ? null : ratio(found.active_customers, found.customers);
  };
  const first = share(1);
  if (first === null) return null;
  const period = Math.min(12, periods.at(-1)!.period);
  const year = periods.find((one) => one.period === period)!;
  const shown = new Set(cells.filter((cell) => cell.period > 0).map((cell) => cell.cohort_month)).size;
  return {
    sentence: t.cohorts.sentence(first, period === 1 ? null : { period, share: share(period) ?? 0 }),
    points: [t.cohorts.brought(period, year.brought), ...(shown < cohorts ? [t.cohorts.latest(shown, cohorts)] : [])],
  };
}

/** Which share of the customers of a month bought again, month by month, and what they brought; nothing in the first month of a company. */
export function Cohorts({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const told = findings(view);
  if (told === null) return null;
  const rows = rowsOf(view);
  const marks = data.cohorts.cells
    .filter((cell) => cell.period > 0)
    .map((cell) => ({
      cohort: cell.cohort_month,
      period: cell.period,
      share: cell.retention,
      isComplete: cell.is_complete,
    }));
  const last = Math.max(...marks.map(({ period }) => period));
  const lead: readonly TableColumn<CohortRow>[] = [
    {
      header: t.cohorts.cohort,
      term: 'cohort',
      value: (row) => dayValue(row.cohort),
      cell: (row) => (row.cohort === null ? t.cohorts.everyone : f.month(row.cohort)),
    },
    {
      header: t.cohorts.customers,
      term: 'customer',
      kind: 'number',
      cell: (row) => (row.customers === null ? '' : f.whole(row.customers)),
    },
  ];
  const reached = horizons.filter((period) => period === 0 || rows.some((row) => row.cells.get(period)?.is_complete));
  const money = f.moneyLike(data.cohorts.cells.map((cell) => cell.brought));
  return (
    <Chart
      title={t.cohorts.title}
      sentence={told.sentence}
      points={told.points}
      legend={[
        { mark: 'bar gain', text: t.cohorts.scale },
        ...(marks.some(({ isComplete }) => !isComplete) ? [{ mark: 'bar open', text: t.cohorts.open }] : []),
      ]}
      plot={(size) => cohortPlot(marks, { x: t.cohorts.x, share: t.cohorts.share, cohort: f.month }, size)}
      tableLabel={t.page.figures}
    >
      <p class="small">{t.cohorts.retention}</p>
      <Table
        label={t.cohorts.retention}
        from="marts.cohort"
        dense
        rows={rows}
        sums={[everyone(view)]}
        columns={[
          ...lead,
          ...Array.from({ length: Math.min(last, shownMonths) }, (_, i): TableColumn<CohortRow> => ({
            header: f.whole(i + 1),
            kind: 'number',
            mark: (row) => (row.cells.get(i + 1)?.is_complete === false ? 'soft' : undefined),
            cell: (row) => {
              const cell = row.cells.get(i + 1);
              return cell === undefined ? '' : t.cohorts.share(cell.retention);
            },
          })),
        ]}
      />
      <p class="small">{t.cohorts.money}</p>
      <Table
        label={t.cohorts.money}
        from="marts.cohort"
        rows={rows}
        sums={[everyone(view)]}
        columns={[
          ...lead,
          ...reached.map((period): TableColumn<CohortRow> => ({
            header: f.whole(period),
            term: 'net_revenue',
            kind: 'number',
            mark: (row) => (row.cells.get(period)?.is_complete === false ? 'soft' : undefined),
            cell: (row) => {
              const cell = row.cells.get(period);
              return cell === undefined ? '' : money(cell.brought);
            },
          })),
        ]}
      />
    </Chart>
  );
}
