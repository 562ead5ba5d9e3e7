import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { ink, line, paper, segmentColor, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** The mean of a segment on the first functions; `y` is 0 where there is only one. */
export interface CentroidPoint {
  readonly label: string;
  readonly index: number;
  readonly x: number;
  readonly y: number;
}

/** Labels point away from the axis; the lower one of two points that are close bears its label below, so that neither hides the other. */
export function bearsBelow(
  point: CentroidPoint,
  points: readonly CentroidPoint[],
  reach: { x: number; y: number },
): boolean {
  const close = points.filter(
    (other) => Math.abs(other.x - point.x) < 0.12 * reach.x && Math.abs(other.y - point.y) < 0.3 * reach.y,
  );
  if (close.some((other) => other.y > point.y)) return true;
  return point.y < 0 && !close.some((other) => other.y < point.y);
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
    ...frame(size, flat ? 130 : narrow ? 300 : 320),
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
      ...[false, true].map((below) =>
        Plot.text(
          points.filter((point) => bearsBelow(point, points, { x, y }) === below),
          {
            x: 'x',
            y: 'y',
            text: 'label',
            dy: below ? 17 : -15,
            fill: ink,
            fontWeight: 600,
            stroke: paper,
            strokeWidth: 3,
          },
        ),
      ),
    ],
  };
}
