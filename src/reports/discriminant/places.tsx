import type { VNode } from 'preact';
import { segmentClass } from '../charts/palette.ts';
import { isInside, planeOf } from '../charts/plane.ts';
import { centroidNames, regionPlot, scoresPlot, territoryPlot } from '../charts/scores.ts';
import { sizes } from '../charts/svg.ts';
import { Chart } from '../parts/chart.tsx';
import { Section } from '../parts/pieces.tsx';
import { Table, type TableColumn } from '../parts/table.tsx';
import { areaOf, ringOf, territoriesOf } from './geometry.ts';
import { className, head, type DiscriminantView } from './pieces.tsx';
import { leadOf, regionShares } from './regions.ts';
import { Strip } from './strip.tsx';

const legendOf = ({ page }: DiscriminantView) =>
  page.classes.map(({ name }, index) => ({ mark: segmentClass(index), text: name }));

/** Where the classes lie on the first two functions, and which is the most likely where. */
function Plane({ view }: { view: DiscriminantView }): VNode {
  const { t, f, page } = view;
  const classes = page.classes.map((one, index) => ({
    label: one.name,
    index,
    x: one.centroid[0] ?? 0,
    y: one.centroid[1] ?? 0,
    ring: ringOf(one),
  }));
  const plane = planeOf(page.points, [...classes, ...classes.flatMap(({ ring }) => ring)]);
  const labels = { x: t.axis(1, page.functions[0]!.variance), y: t.axis(2, page.functions[1]!.variance) };
  const outside = page.points.filter((point) => !isInside(plane.wide, point)).length;
  const surfaces = page.classes.flatMap(({ surface }) => (surface === null ? [] : [surface]));
  const areas = page.linear ? territoriesOf(page.classes, plane.wide).map(areaOf) : regionShares(surfaces, plane.wide);
  const whole = areas.reduce((sum, area) => sum + area, 0);
  const hidden = classes.filter(({ index }) => areas[index] === 0).map(({ label }) => label);
  const isCrowded = sizes.some((size) => centroidNames(classes, plane, size).length < classes.length);
  const crowded = isCrowded ? [t.crowded] : [];
  const of = (row: (typeof classes)[number]): VNode => className(view, row.index);
  return (
    <>
      <Chart
        title={t.scores}
        sentence={t.scoresSentence(page.points.length, page.rows, outside, page.noun)}
        points={crowded}
        legend={legendOf(view)}
        plot={(size) => scoresPlot(page.points, classes, plane, labels, size)}
        tableLabel={t.figures}
      >
        <Table
          label={t.centroids}
          rows={classes}
          columns={[
            { header: head('centroid', t.class), cell: of },
            { header: t.rows[page.noun], kind: 'number', cell: ({ index }) => f.whole(page.classes[index]!.rows) },
            ...page.functions.map((_, i): TableColumn<(typeof classes)[number]> => ({
              header: t.functionName(i + 1),
              kind: 'number',
              cell: ({ index }) => f.fixed(page.classes[index]!.centroid[i]!, 3),
            })),
          ]}
        />
      </Chart>
      <Chart
        title={t.territories}
        sentence={page.linear ? t.territorySentence(page.functions.length > 2) : t.regionSentence(true)}
        points={[...(hidden.length === 0 ? [] : [t.nowhere(hidden)]), ...crowded]}
        legend={legendOf(view)}
        plot={(size) =>
          page.linear
            ? territoryPlot(territoriesOf(page.classes, plane[size.name]), classes, plane, labels, size)
            : regionPlot((index, place) => leadOf(surfaces, index, place), classes, plane, labels, size)
        }
        tableLabel={t.figures}
      >
        <Table
          label={t.territories}
          rows={classes}
          columns={[
            { header: head('territory', t.class), cell: of },
            {
              header: head('prior', t.prior),
              kind: 'number',
              cell: ({ index }) => f.share(page.classes[index]!.prior, 1),
            },
            { header: t.area, kind: 'number', cell: ({ index }) => f.share(areas[index]! / whole, 1) },
          ]}
        />
      </Chart>
    </>
  );
}

/** Where the classes lie on the functions. */
export function Places({ view }: { view: DiscriminantView }): VNode {
  const { t, page } = view;
  const finding = page.functions.length === 0 ? t.noFunction : undefined;
  return (
    <Section id="places" title={t.places} finding={finding}>
      {page.functions.length === 0 ? null : page.functions.length === 1 ? <Strip view={view} /> : <Plane view={view} />}
    </Section>
  );
}
