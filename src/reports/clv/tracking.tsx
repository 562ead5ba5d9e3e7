import type { VNode } from 'preact';
import { none } from '../../text/format.ts';
import { trackingPlot } from '../charts/tracking.ts';
import type { ClvValidation } from '../data/clv.ts';
import { Chart } from '../parts/chart.tsx';
import { dayValue, Table } from '../parts/table.tsx';
import type { Words } from '../view.ts';

interface TrackingProps {
  readonly words: Words;
  readonly validation: ClvValidation;
  /** The first day of the history, from which weeks are counted. */
  readonly firstDay: string;
}

/** What happened in a week, or up to its end. */
interface Tracked {
  readonly week: number;
  /** The last day of the week. */
  readonly day: string;
  readonly actual: number;
  readonly expected: number;
}

/** Rows of the table of what is added up. */
const listed = 26;

/** So many weeks are shown one by one, the last ones. */
const lately = 104;

const dayLength = 86_400_000;

const lastDayOf = (firstDay: string, week: number): string =>
  new Date(Date.parse(`${firstDay}T00:00:00Z`) + (7 * week - 1) * dayLength).toISOString().slice(0, 10);

const weeksOf = ({ validation, firstDay }: TrackingProps): Tracked[] =>
  validation.tracking.map((week) => ({ ...week, day: lastDayOf(firstDay, week.week) }));

function Lines({
  words: { t, f },
  until,
  rows,
  points,
  ...props
}: {
  readonly words: Words;
  readonly until: string;
  readonly title: string;
  readonly sentence: ReturnType<Words['t']['clv']['trackingSentence']>;
  readonly points: readonly Tracked[];
  /** Those that the table lists. */
  readonly rows: readonly Tracked[];
}): VNode {
  const w = t.clv;
  return (
    <Chart
      {...props}
      legend={[
        { mark: 'rule gain', text: w.actual },
        { mark: 'rule loss dashed', text: w.model },
      ]}
      plot={(size) =>
        trackingPlot(
          points,
          { y: w.repeatPurchases, write: f.whole, day: f.month, since: { day: until, text: w.learntUntil(until) } },
          size,
        )
      }
      tableLabel={w.figures}
    >
      <Table
        label={props.title}
        from="models.fitted"
        rows={rows}
        columns={[
          { header: w.week, cell: ({ week }) => f.whole(week) },
          { header: w.weekEnds, kind: 'number', value: ({ day }) => dayValue(day), cell: ({ day }) => f.day(day) },
          { header: w.actualColumn, kind: 'number', cell: ({ actual }) => f.whole(actual) },
          { header: w.modelColumn, kind: 'number', cell: ({ expected }) => f.fixed(expected, 1) },
          {
            header: w.difference,
            kind: 'number',
            cell: ({ actual, expected }) => (actual === 0 ? none : f.change(expected / actual - 1)),
          },
        ]}
      />
    </Chart>
  );
}

/** Repeat purchases of the customers of the calibration, added up, against the model. */
export function Cumulated(props: TrackingProps): VNode | null {
  const { words, validation } = props;
  const { until } = validation;
  const weeks = weeksOf(props);
  const last = weeks.at(-1);
  const known = weeks.findLast(({ day }) => day <= until);
  if (last === undefined || known === undefined || last === known) return null;
  const step = Math.ceil(weeks.length / listed);
  const w = words.t.clv;
  return (
    <Lines
      words={words}
      until={until}
      title={w.tracking}
      sentence={w.trackingSentence(until, last.actual - known.actual, last.expected - known.expected)}
      points={weeks}
      rows={weeks.filter((one) => one.week % step === 0 || one === last)}
    />
  );
}

/** The same, each week by itself. */
export function Weekly(props: TrackingProps): VNode | null {
  const { words, validation } = props;
  const { until } = validation;
  const weeks = weeksOf(props);
  const alone = weeks.map((week, i) => ({
    ...week,
    actual: week.actual - (weeks[i - 1]?.actual ?? 0),
    expected: week.expected - (weeks[i - 1]?.expected ?? 0),
  }));
  const shown = alone.slice(-lately);
  const heldOut = shown.filter(({ day }) => day > until);
  if (heldOut.length === 0 || shown.length < 2 || shown[0]!.day > until) return null;
  const mean = heldOut.reduce((sum, { expected }) => sum + expected, 0) / heldOut.length;
  const w = words.t.clv;
  return (
    <Lines
      words={words}
      until={until}
      title={w.weekly}
      sentence={w.weeklySentence(heldOut.length, Math.max(...heldOut.map(({ actual }) => actual)), mean)}
      points={shown}
      rows={shown}
    />
  );
}
