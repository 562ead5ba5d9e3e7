import * as Plot from '@observablehq/plot';
import { cut, ticks } from './frame.ts';
import { nameMarks, placeNames, type Named, type Stand } from './names.ts';
import { ink, line, paper, segmentColor, segmentDash, segmentSymbol, soft } from './palette.ts';
import { isInside, planeFrame, type Place, type Plane } from './plane.ts';
import type { Size } from './svg.ts';

/** A class on the plane of the first two functions. */
export interface PlacedClass extends Place {
  readonly label: string;
  readonly index: number;
  /** Closed lines of points. */
  readonly ring: readonly Place[];
}

/** Around a centroid. */
const around: readonly Stand[] = [
  { dx: 0, dy: -15, anchor: 'middle' },
  { dx: 0, dy: 17, anchor: 'middle' },
  { dx: 11, dy: 0, anchor: 'start' },
  { dx: -11, dy: 0, anchor: 'end' },
];

/** Names for as many centroids as have room, the first ones first. */
export function centroidNames(classes: readonly PlacedClass[], plane: Plane, size: Size): Named[] {
  const { x, y, unit } = plane[size.name];
  return placeNames(
    classes.map((one) => ({ x: one.x, y: one.y, text: cut(one.label, size.name === 'narrow' ? 14 : 28) })),
    (place) => ({ x: (place.x - x[0]) * unit, y: (y[1] - place.y) * unit }),
    () => around,
    classes,
  );
}

/** Centroids with their names. */
function centroidMarks(classes: readonly PlacedClass[], plane: Plane, size: Size): Plot.Markish[] {
  const place = { x: 'x', y: 'y', r: 6, symbol: 'times' } as const;
  return [
    Plot.dot(classes, { ...place, stroke: paper, strokeWidth: 5 }),
    Plot.dot(classes, { ...place, stroke: ink, strokeWidth: 2.5 }),
    ...nameMarks(centroidNames(classes, plane, size), true),
  ];
}

/** Rows as dots, a ring around nine tenths of each class, and the centroids with their names. */
export function scoresPlot(
  points: readonly (Place & { readonly class: number })[],
  classes: readonly PlacedClass[],
  plane: Plane,
  labels: { x: string; y: string },
  size: Size,
): Plot.PlotOptions {
  const shown = plane[size.name];
  return {
    ...planeFrame(plane, labels, size),
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: 6 }),
      ...classes.map(({ index }) =>
        Plot.dot(
          points.filter((point) => point.class === index && isInside(shown, point)),
          { x: 'x', y: 'y', r: 2.2, symbol: segmentSymbol(index), fill: segmentColor(index), fillOpacity: 0.55 },
        ),
      ),
      ...classes.map(({ index, ring }) =>
        Plot.line(ring, {
          x: 'x',
          y: 'y',
          curve: 'linear-closed',
          stroke: segmentColor(index),
          strokeWidth: 2,
          strokeDasharray: segmentDash(index),
        }),
      ),
      ...centroidMarks(classes, plane, size),
    ],
  };
}

/** The plane divided among the classes. */
export function territoryPlot(
  territories: readonly (readonly Place[])[],
  classes: readonly PlacedClass[],
  plane: Plane,
  labels: { x: string; y: string },
  size: Size,
): Plot.PlotOptions {
  return {
    ...planeFrame(plane, labels, size),
    marks: [
      ...classes.map(({ index }) =>
        Plot.line(territories[index] ?? [], {
          x: 'x',
          y: 'y',
          curve: 'linear-closed',
          fill: segmentColor(index),
          fillOpacity: 0.22,
          stroke: soft,
          strokeWidth: 1.25,
        }),
      ),
      ...centroidMarks(classes, plane, size),
    ],
  };
}

/** The same where borders are curves: by how much each class leads at a place, 0 on its border. */
export function regionPlot(
  leadOf: (index: number, place: Place) => number,
  classes: readonly PlacedClass[],
  plane: Plane,
  labels: { x: string; y: string },
  size: Size,
): Plot.PlotOptions {
  const { x, y } = plane[size.name];
  return {
    ...planeFrame(plane, labels, size),
    marks: [
      ...classes.map(({ index }) =>
        Plot.contour({
          ...{ x1: x[0], x2: x[1], y1: y[0], y2: y[1], pixelSize: 4, thresholds: [0] },
          value: (atX: number, atY: number) => leadOf(index, { x: atX, y: atY }),
          fill: segmentColor(index),
          fillOpacity: 0.22,
          stroke: soft,
          strokeWidth: 1.25,
        }),
      ),
      ...centroidMarks(classes, plane, size),
    ],
  };
}
