import type { VNode } from 'preact';
import { segmentColor, soft } from '../../charts/palette.ts';
import { sizesPlot, type SizeRow } from '../../charts/sizes.ts';
import type { SegmentSize } from '../../data/history.ts';
import { Chart } from '../../parts/chart.tsx';
import { Rich } from '../../parts/rich.tsx';
import { SegmentCode } from '../../parts/pieces.tsx';
import { dayValue, Table, type TableColumn } from '../../parts/table.tsx';
import { segmentLabel, segmentName, segmentOf, type View } from '../../view.ts';

/** From so many days on, months tell more than days. */
const longSpan = 300;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** The codes in the order of the segments of today, then those that are no more. */
function codesOf({ data }: View): string[] {
  const told = [...new Set(data.history.sizes.map(({ segment }) => segment))];
  const known = data.segments.map(({ segment }) => segment).filter((code) => told.includes(code));
  return [...known, ...told.filter((code) => !known.includes(code))];
}

/** The segments that grew and shrank most between two days; null where none did. */
function extremes(view: View, codes: readonly string[], at: (day: string, code: string) => number, days: string[]) {
  const [first, last] = [days[0]!, days.at(-1)!];
  const changes = codes
    .map((code) => ({ name: segmentName(view, code), from: at(first, code), to: at(last, code) }))
    .sort((a, b) => b.to - b.from - (a.to - a.from));
  const [grown, shrunk] = [changes[0]!, changes.at(-1)!];
  return { grown: grown.to > grown.from ? grown : null, shrunk: shrunk.to < shrunk.from ? shrunk : null };
}

/** How large each segment was on the days that were run; nothing on the first. */
export function OverTime({ view }: { view: View }): VNode | null {
  const { t, f, data } = view;
  const { sizes, step } = data.history;
  const days = [...new Set(sizes.map((size) => size.as_of))];
  if (days.length < 2) return null;
  const codes = codesOf(view);
  const cell = new Map(sizes.map((size) => [`${size.as_of} ${size.segment}`, size]));
  const { grown, shrunk } = extremes(view, codes, (day, code) => cell.get(`${day} ${code}`)?.customers ?? 0, days);
  const rows = codes.map((code): SizeRow => {
    const now = cell.get(`${days.at(-1)!} ${code}`);
    const segment = segmentOf(view, code);
    return {
      key: code,
      label: segmentLabel(view, code),
      value: now === undefined ? '' : t.history.size(now.customers, now.share),
      short: now === undefined ? '' : t.history.shortSize(now.customers, now.share),
      color: segment === undefined ? soft : segmentColor(segment.index),
      points: sizes
        .filter((size) => size.segment === code)
        .map((size) => ({ day: size.as_of, customers: size.customers })),
    };
  });
  const write = daysBetween(days[0]!, days.at(-1)!) > longSpan ? f.month : f.shortDay;
  const note = t.history.step(step);
  return (
    <Chart
      title={t.history.sizes}
      sentence={t.history.sizesSentence(days[0]!, grown, shrunk)}
      plot={(size) => sizesPlot(rows, write, size)}
      tableLabel={t.page.figures}
    >
      <Table
        label={t.history.sizes}
        from="marts.segment_size"
        rows={[...days].reverse()}
        columns={[
          { header: t.history.day, term: 'as_of', value: dayValue, cell: (day) => f.day(day) },
          ...codes.map((code): TableColumn<string> => ({
            header: <SegmentCode segment={segmentOf(view, code)} code={code} />,
            kind: 'number',
            cell: (day) => <Size size={cell.get(`${day} ${code}`)} view={view} />,
          })),
        ]}
      />
      {note === null ? null : (
        <p class="small soft">
          <Rich text={note} />
        </p>
      )}
    </Chart>
  );
}

function Size({ size, view: { t, f } }: { size: SegmentSize | undefined; view: View }): VNode {
  if (size === undefined) return <>{t.page.none}</>;
  return (
    <>
      {f.whole(size.customers)}
      <small>{f.share(size.share, 1)}</small>
    </>
  );
}
