import type { VNode } from 'preact';
import { gain } from '../../charts/palette.ts';
import { stacksPlot } from '../../charts/stacks.ts';
import type { ActiveMoment } from '../../data/answers.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

const most = (moments: readonly ActiveMoment[]): ActiveMoment =>
  moments.reduce((best, one) => (one.customers > best.customers ? one : best));

/** On which weekday, and at what hour, people are most likely active. */
export function Moments({ view }: { view: View }): VNode {
  const { f, data } = view;
  const t = view.t.answers;
  const { moments } = data.answers;
  const weekdays = moments.filter(({ unit }) => unit === 'weekday');
  const hours = moments.filter(({ unit }) => unit === 'hour');
  const label = ({ unit, place }: ActiveMoment): string => (unit === 'weekday' ? f.weekday(place) : f.hour(place));
  const all = weekdays.reduce((total, { customers }) => total + customers, 0);
  const share = ({ customers }: ActiveMoment): number => ratio(customers, all);
  return (
    <Chart
      title={t.moments}
      sentence={t.momentsSentence(
        f.weekday(most(weekdays).place),
        share(most(weekdays)),
        hours.length === 0 ? null : f.hour(most(hours).place),
      )}
      points={[t.momentsMeaning]}
      plot={(size) =>
        stacksPlot(
          weekdays.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: f.whole(row.customers),
            parts: { customers: row.customers },
          })),
          { customers: gain },
          f.whole,
          size,
          'whole',
        )
      }
      tableLabel={view.t.page.figures}
    >
      <Table
        label={t.moments}
        rows={[...weekdays, ...hours]}
        ordered
        columns={[
          { header: t.moment, cell: label },
          { header: t.peopleThen, kind: 'number', cell: (row) => f.whole(row.customers) },
        ]}
      />
    </Chart>
  );
}
