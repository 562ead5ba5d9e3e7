import * as Plot from '@observablehq/plot';
import { above, aside, cut, frame, ground, rowFrame, shorten, ticks } from './frame.ts';
import { gain, ink, line, loss, paper, soft } from './palette.ts';
import type { Place } from './plane.ts';
import type { Size } from './svg.ts';

/** A predictor by its correlations with the functions. */
export interface StructureRow extends Place {
  readonly key: string;
  readonly label: string;
}

/** A name beside its dot, where there is room: pixels from the dot. */
interface NamedRow extends StructureRow {
  readonly text: string;
  readonly dy: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Widths of a letter and height of a line, pixels. */
const letter = 6.6;
const lineHeight = 14;
const shifts = [0, -7, 7, -13, 13, -19, 19];

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && Math.abs(one.middle - other.middle) < lineHeight;

/**
 * Names for as many dots as have room, the first ones first, each pointing away from the middle: none lies on another.
 *
 * @param radius of the circle, pixels
 */
export function namesOf(rows: readonly StructureRow[], radius: number, room: number): NamedRow[] {
  const placed: Box[] = [];
  return rows.flatMap((row): NamedRow[] => {
    const right = row.x >= 0;
    const text = cut(row.label, room);
    const width = 8 + letter * Array.from(text).length;
    const x = row.x * radius;
    for (const dy of shifts) {
      const box = { left: right ? x : x - width, right: right ? x + width : x, middle: dy - row.y * radius };
      if (placed.some((other) => meet(box, other))) continue;
      placed.push(box);
      return [{ ...row, text, dy }];
    }
    return [];
  });
}

/** How a chart of a size is cut: the radius of its circle and the letters that fit beside it. */
export const circleOf = (size: Size): { radius: number; room: number } =>
  size.name === 'narrow' ? { radius: 128, room: 17 } : { radius: 225, room: 30 };

/** Every predictor in the circle of correlations, an arrow from the middle; on the ring it is told by the two functions alone. */
export function structurePlot(
  rows: readonly StructureRow[],
  labels: { x: string; y: string },
  size: Size,
): Plot.PlotOptions {
  const { radius, room } = circleOf(size);
  const named = namesOf(rows, radius, room);
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
      ...[true, false].flatMap((right) =>
        shifts.map((dy) =>
          Plot.text(
            named.filter((row) => row.x >= 0 === right && row.dy === dy),
            {
              ...at,
              text: 'text',
              textAnchor: right ? 'start' : 'end',
              dx: right ? 8 : -8,
              dy,
              fill: ink,
              stroke: paper,
              strokeWidth: 3,
            },
          ),
        ),
      ),
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
