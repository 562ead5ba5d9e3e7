import * as Plot from '@observablehq/plot';
import { bearsBelow } from './centroid-map.ts';
import { cut } from './frame.ts';
import { ink, line, paper, segmentColor, soft } from './palette.ts';
import { isInside, planeFrame, type Place, type Plane } from './plane.ts';
import type { Size } from './svg.ts';

/** A class on the plane of the first two functions. */
export interface PlacedClass extends Place {
  readonly label: string;
  readonly index: number;
  /** Closed lines of points. */
  readonly ring: readonly Place[];
}

/** Centroids with their names, which point away from each other. */
function centroidMarks(classes: readonly PlacedClass[], plane: Plane, size: Size): Plot.Markish[] {
  const shown = plane[size.name];
  const reach = { x: (shown.x[1] - shown.x[0]) / 2, y: (shown.y[1] - shown.y[0]) / 2 };
  const place = { x: 'x', y: 'y' } as const;
  return [
    Plot.dot(classes, { ...place, r: 6, symbol: 'times', stroke: paper, strokeWidth: 5 }),
    Plot.dot(classes, { ...place, r: 6, symbol: 'times', stroke: ink, strokeWidth: 2.5 }),
    ...[false, true].map((below) =>
      Plot.text(
        classes.filter((one) => bearsBelow(one, classes, reach) === below),
        {
          ...place,
          text: ({ label }: PlacedClass) => cut(label, size.name === 'narrow' ? 14 : 28),
          dy: below ? 17 : -15,
          fill: ink,
          fontWeight: 600,
          stroke: paper,
          strokeWidth: 4,
        },
      ),
    ),
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
    clip: true,
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1 }),
      Plot.gridY({ stroke: line, strokeOpacity: 1 }),
      ...classes.map(({ index }) =>
        Plot.dot(
          points.filter((point) => point.class === index && isInside(shown, point)),
          { x: 'x', y: 'y', r: 2.2, fill: segmentColor(index), fillOpacity: 0.55 },
        ),
      ),
      ...classes.map(({ index, ring }) =>
        Plot.line(ring, { x: 'x', y: 'y', curve: 'linear-closed', stroke: segmentColor(index), strokeWidth: 2 }),
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
