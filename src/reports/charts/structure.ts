import * as Plot from '@observablehq/plot';
import { above, aside, cut, frame, ground, rowFrame, shorten, ticks } from './frame.ts';
import { nameMarks, placeNames, type Named, type Stand } from './names.ts';
import { gain, line, loss, soft } from './palette.ts';
import type { Place } from './plane.ts';
import type { Size } from './svg.ts';

/** A predictor by its correlations with the functions. */
export interface StructureRow extends Place {
  readonly key: string;
  readonly label: string;
}

const shifts = [0, -7, 7, -13, 13, -19, 19];

/** Beside a dot, away from the middle. */
const beside = ({ x }: Place): Stand[] =>
  shifts.map((dy) => (x < 0 ? { dx: -8, dy, anchor: 'end' } : { dx: 8, dy, anchor: 'start' }));

/** The radius of the circle of a chart, pixels, and the letters that fit beside it. */
const circleOf = (size: Size): { radius: number; room: number } =>
  size.name === 'narrow' ? { radius: 128, room: 17 } : { radius: 225, room: 30 };

/** Names for as many predictors as have room, the first ones first. */
export function structureNames(rows: readonly StructureRow[], size: Size): Named[] {
  const { radius, room } = circleOf(size);
  return placeNames(
    rows.map(({ x, y, label }) => ({ x, y, text: cut(label, room) })),
    ({ x, y }) => ({ x: x * radius, y: -y * radius }),
    beside,
  );
}

/** Every predictor in the circle of correlations, an arrow from the middle; on the ring it is told by the two functions alone. */
export function structurePlot(
  rows: readonly StructureRow[],
  labels: { x: string; y: string },
  size: Size,
): Plot.PlotOptions {
  const { radius } = circleOf(size);
  const margin = (size.width - 2 * radius) / 2;
  const ring = Array.from({ length: 90 }, (_, i) => ({
    x: Math.cos((Math.PI * i) / 45),
    y: Math.sin((Math.PI * i) / 45),
  }));
  const at = { x: 'x', y: 'y' } as const;
  return {
    ...frame(size, 2 * radius + 70),
    marginTop: 26,
    marginBottom: 44,
    marginLeft: margin,
    marginRight: margin,
    x: {
      domain: [-1, 1],
      ticks: [-1, -0.5, 0, 0.5, 1],
      tickFormat: (value: number) => String(value).replace('-', '−'),
      label: labels.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
    },
    y: {
      domain: [-1, 1],
      ticks: [-1, -0.5, 0, 0.5, 1],
      tickFormat: (value: number) => String(value).replace('-', '−'),
      label: labels.y,
      labelArrow: 'none',
      labelAnchor: 'top',
    },
    marks: [
      Plot.line(ring, { ...at, curve: 'linear-closed', stroke: line, strokeOpacity: 1 }),
      Plot.ruleX([0], { stroke: line }),
      Plot.ruleY([0], { stroke: line }),
      Plot.link(rows, { x1: 0, y1: 0, x2: 'x', y2: 'y', stroke: gain, strokeOpacity: 0.5 }),
      Plot.dot(rows, { ...at, r: 4, fill: gain }),
      ...nameMarks(structureNames(rows, size)),
    ],
  };
}

/** Height of a row, pixels. */
const row = 36;

/** Correlations with the one function there is. */
export function structureBars(
  rows: readonly StructureRow[],
  write: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  return {
    ...rowFrame(size, rows, row),
    x: { domain: [-1, 1], tickFormat: write, ticks: ticks(size), label: null },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft }),
      ground(rows, row),
      Plot.barX(rows, {
        y: 'key',
        x: 'x',
        fill: (one: StructureRow) => (one.x < 0 ? loss : gain),
        insetTop: 20,
        insetBottom: 6,
      }),
      Plot.text(rows, { ...above, dy: -7, text: (one: StructureRow) => shorten(one.label, size) }),
      Plot.text(rows, { ...aside, dy: -7, text: (one: StructureRow) => write(one.x) }),
    ],
  };
}
