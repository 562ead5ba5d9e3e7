import type { VNode } from 'preact';
import { gain } from '../../charts/palette.ts';
import { stacksPlot } from '../../charts/stacks.ts';
import type { ActiveMoment } from '../../data/answers.ts';
import { Chart } from '../../parts/chart.tsx';
import { Table } from '../../parts/table.tsx';
import { ratio, type View } from '../../view.ts';

const most = (moments: readonly ActiveMoment[]): ActiveMoment =>
  moments.reduce((best, one) => (one.events > best.events ? one : best));

const sum = (moments: readonly ActiveMoment[], of: 'events' | 'customers'): number =>
  moments.reduce((total, one) => total + one[of], 0);

/** On which weekday, and at what hour, most is bought and most customers get in touch; and of how many it is the most likely time. */
export function Moments({ view }: { view: View }): VNode {
  const { f, data } = view;
  const t = view.t.answers;
  const { moments } = data.answers;
  const weekdays = moments.filter(({ unit }) => unit === 'weekday');
  const hours = moments.filter(({ unit }) => unit === 'hour');
  const label = ({ unit, place }: ActiveMoment): string => (unit === 'weekday' ? f.weekday(place) : f.hour(place));
  const share = (moment: ActiveMoment, of: readonly ActiveMoment[]): number => ratio(moment.events, sum(of, 'events'));
  const [day, hour] = [most(weekdays), hours.length === 0 ? null : most(hours)];
  return (
    <Chart
      title={t.moments}
      sentence={t.momentsSentence(
        f.weekday(day.place),
        share(day, weekdays),
        hour && f.hour(hour.place),
        hour === null ? 0 : share(hour, hours),
      )}
      points={[t.momentsMeaning(sum(weekdays, 'customers'), data.total.customers)]}
      plot={(size) =>
        stacksPlot(
          weekdays.map((row) => ({
            key: String(row.place),
            label: label(row),
            value: f.share(share(row, weekdays), 1),
            parts: { events: share(row, weekdays) },
          })),
          { events: gain },
          (value) => f.share(value),
          size,
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
          { header: t.events, kind: 'number', cell: (row) => f.whole(row.events) },
          { header: t.peopleThen, kind: 'number', cell: (row) => f.whole(row.customers) },
        ]}
      />
    </Chart>
  );
}
