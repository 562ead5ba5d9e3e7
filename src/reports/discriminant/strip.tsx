import type { VNode } from 'preact';
import { segmentClass } from '../charts/palette.ts';
import { planeOf } from '../charts/plane.ts';
import { intervalsPlot, stripPlot } from '../charts/strip.ts';
import { Chart } from '../parts/chart.tsx';
import { Table } from '../parts/table.tsx';
import { intervalOf, territoriesOf } from './geometry.ts';
import { className, head, type DiscriminantView } from './pieces.tsx';
import { intervalsOf } from './regions.ts';

/** More rows would not be read. */
const most = 20;

/** The one function divided among the classes. */
function dividedOf({ page }: DiscriminantView, domain: readonly [number, number]) {
  if (!page.linear)
    return intervalsOf(
      page.classes.flatMap(({ surface }) => (surface === null ? [] : [surface])),
      domain,
    );
  return territoriesOf(page.classes, { x: domain, y: [0, 1] }).flatMap((polygon, index) => {
    const xs = polygon.map(({ x }) => x);
    return xs.length === 0 ? [] : [{ index, from: Math.min(...xs), to: Math.max(...xs) }];
  });
}

/** Where the classes lie on the one function there is. */
export function Strip({ view }: { view: DiscriminantView }): VNode {
  const { t, f, page } = view;
  const all = page.classes.map((one, index) => {
    const [from, to] = intervalOf(one);
    const scores = page.points.flatMap((point) => (point.class === index ? [point.x] : []));
    return { key: String(index), label: one.name, index, rows: one.rows, centroid: one.centroid[0]!, from, to, scores };
  });
  const rows = [...all]
    .sort((a, b) => b.rows - a.rows || a.index - b.index)
    .slice(0, most)
    .sort((a, b) => a.index - b.index);
  const ends = all.flatMap(({ from, to }) => [from, to]).map((x) => ({ x, y: 0 }));
  const domain = planeOf(page.points, ends).wide.x;
  const label = t.score;
  const parts = dividedOf(view, domain).map((part) => ({ ...part, label: all[part.index]!.label }));
  const nowhere = all.filter(({ index }) => !parts.some((part) => part.index === index)).map((one) => one.label);
  const inner = (value: number): number | null => (value === domain[0] || value === domain[1] ? null : value);
  return (
    <>
      <Chart
        title={t.scores}
        sentence={t.oneSentence(page.points.length, page.rows, page.noun)}
        points={all.length > most ? [t.largestShown(most, all.length)] : []}
        legend={rows.map(({ index, label: text }) => ({ mark: segmentClass(index), text }))}
        plot={(size) => stripPlot(rows, domain, label, size)}
        tableLabel={t.figures}
      >
        <Table
          label={t.scores}
          rows={all}
          columns={[
            { header: head('class', t.class), cell: ({ index }) => className(view, index) },
            { header: t.rows[page.noun], kind: 'number', cell: (row) => f.whole(row.rows) },
            { header: head('centroid', t.centroids), kind: 'number', cell: (row) => f.fixed(row.centroid, 3) },
            {
              header: head('ring', '90%'),
              kind: 'number',
              cell: (row) => `${f.fixed(row.from, 2)} – ${f.fixed(row.to, 2)}`,
            },
          ]}
        />
      </Chart>
      <Chart
        title={t.territories}
        sentence={page.linear ? t.territorySentence(false) : t.regionSentence(false)}
        points={nowhere.length === 0 ? [] : [t.nowhere(nowhere)]}
        legend={legendOf(parts.filter(({ index }, i) => parts.findIndex((part) => part.index === index) === i))}
        plot={(size) =>
          intervalsPlot(
            parts,
            all.map(({ centroid, index }) => ({ x: centroid, index })),
            domain,
            label,
            size,
          )
        }
        tableLabel={t.figures}
      >
        <Table
          label={t.territories}
          rows={parts}
          columns={[
            { header: head('territory', t.class), cell: ({ index }) => className(view, index) },
            {
              header: head('prior', t.prior),
              kind: 'number',
              cell: ({ index }) => f.share(page.classes[index]!.prior, 1),
            },
            { header: t.range, kind: 'number', cell: (row) => `${t.from(inner(row.from))} – ${t.to(inner(row.to))}` },
          ]}
        />
      </Chart>
    </>
  );
}

const legendOf = (parts: readonly { readonly index: number; readonly label: string }[]) =>
  parts.map(({ index, label }) => ({ mark: segmentClass(index), text: label }));
