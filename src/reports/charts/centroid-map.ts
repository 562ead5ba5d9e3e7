import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { ink, line, segmentColor, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** The mean of a segment on the first functions; `y` is 0 where there is only one. */
export interface CentroidPoint {
  readonly label: string;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Where the segments lie on the first two canonical functions; one unit is one standard deviation within segments, on both axes. */
export function centroidPlot(
  points: readonly CentroidPoint[],
  labels: { x: string; y: string | null },
  number: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const narrow = size.name === 'narrow';
  const flat = labels.y === null;
  const reach = (value: (point: CentroidPoint) => number): number =>
    1.25 * Math.max(0.5, ...points.map((point) => Math.abs(value(point))));
  const x = reach((point) => point.x);
  const y = flat ? 1 : reach((point) => point.y);
  return {
    ...frame(size, flat ? 130 : narrow ? 300 : 380),
    marginTop: flat ? 10 : 34,
    marginLeft: flat ? 12 : 40,
    x: {
      domain: [-x, x],
      tickFormat: number,
      ticks: ticks(size),
      label: labels.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
    },
    y: {
      domain: [-y, y],
      tickFormat: number,
      ticks: 5,
      label: labels.y,
      labelArrow: 'none',
      axis: flat ? null : 'left',
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      ...(flat ? [] : [Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: 5 })]),
      Plot.ruleX([0], { stroke: soft }),
      Plot.ruleY([0], { stroke: soft }),
      Plot.dot(points, { x: 'x', y: 'y', r: 7, fill: (point: CentroidPoint) => segmentColor(point.index) }),
      Plot.text(points, {
        x: 'x',
        y: 'y',
        text: 'label',
        dy: -15,
        fill: ink,
        fontWeight: 600,
        stroke: 'var(--paper)',
        strokeWidth: 3,
      }),
    ],
  };
}
