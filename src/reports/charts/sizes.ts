import * as Plot from '@observablehq/plot';
import { frame, nameLine, shorten } from './frame.ts';
import { ink, line, paper, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A segment over time. */
export interface SizeRow {
  readonly key: string;
  readonly label: string;
  /** The figures of the row; short, where there is little room. */
  readonly value: string;
  readonly short: string;
  readonly color: string;
  readonly points: readonly { readonly day: string; readonly customers: number }[];
}

/** Noon, so that no zone moves the day. */
const dateOf = (day: string): Date => new Date(`${day}T12:00:00Z`);

/** One band a segment, all on the same scales: how its size went from day to day. */
export function sizesPlot(rows: readonly SizeRow[], write: (day: string) => string, size: Size): Plot.PlotOptions {
  const days = [...new Set(rows.flatMap(({ points }) => points.map(({ day }) => day)))].sort();
  const every = Math.ceil(days.length / (size.name === 'narrow' ? 4 : 9));
  const labelled = days.filter((_, i) => (days.length - 1 - i) % every === 0).map(dateOf);
  const points = rows.flatMap(({ key, color, points }) =>
    points.map(({ day, customers }) => ({ key, color, day: dateOf(day), customers })),
  );
  type Point = (typeof points)[number];
  const color = (point: Point): string => point.color;
  const place = { x: 'day', y: 'customers', fy: 'key' } as const;
  return {
    ...frame(size, 30 + rows.length * 74),
    marginTop: 2,
    marginLeft: 30,
    marginRight: 30,
    marginBottom: 26,
    x: {
      type: 'utc',
      domain: [dateOf(days[0]!), dateOf(days.at(-1)!)],
      ticks: labelled,
      tickFormat: (day: Date) => write(day.toISOString().slice(0, 10)),
      tickSize: 4,
      label: null,
    },
    y: { domain: [0, Math.max(1, ...points.map(({ customers }) => customers))], axis: null, insetTop: 28 },
    fy: { domain: rows.map(({ key }) => key), axis: null, padding: 0.06 },
    marks: [
      Plot.ruleX(labelled, { stroke: line, strokeOpacity: 1, insetTop: nameLine }),
      Plot.areaY(points, { ...place, z: 'key', fill: color, fillOpacity: 0.22 }),
      Plot.lineY(points, { ...place, z: 'key', stroke: color, strokeWidth: 2.25 }),
      Plot.dot(days.length > 31 ? [] : points, { ...place, r: 3, fill: color, stroke: paper, strokeWidth: 1 }),
      Plot.ruleY(rows, { y: 0, fy: 'key', stroke: soft }),
      ...(
        [
          ['label', 'top-left', 'start', -28],
          ['value', 'top-right', 'end', 28],
        ] as const
      ).map(([text, frameAnchor, textAnchor, dx]) =>
        Plot.text(rows, {
          fy: 'key',
          text: (row: SizeRow) =>
            text === 'label' ? shorten(row.label, size) : size.name === 'narrow' ? row.short : row.value,
          frameAnchor,
          textAnchor,
          dx,
          dy: 8,
          fill: ink,
        }),
      ),
    ],
  };
}
