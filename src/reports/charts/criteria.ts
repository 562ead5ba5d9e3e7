import * as Plot from '@observablehq/plot';
import { frame } from './frame.ts';
import { gain, ink, line, paper, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** One criterion at one k. */
export interface CriterionPoint {
  readonly k: number;
  readonly value: number;
  /** Standard error; 0 where there is none. */
  readonly error: number;
  /** The k can be chosen. */
  readonly admissible: boolean;
}

/** A criterion over k. */
export interface CriterionRow {
  readonly key: string;
  readonly label: string;
  /** Whether large values are good. */
  readonly up: boolean;
  readonly write: (value: number) => string;
  readonly points: readonly CriterionPoint[];
}

interface Placed {
  readonly key: string;
  readonly k: number;
  /** From the lowest of the row, 0, to the highest, 1. */
  readonly y: number;
  readonly low: number;
  readonly high: number;
  readonly admissible: boolean;
  /** The value, where it is the best of the row or that of the k chosen. */
  readonly text: string;
  readonly best: boolean;
}

/** Every criterion on a scale of its own: from its lowest value, error taken off, to its highest. */
export function placeCriteria(rows: readonly CriterionRow[], chosen: number): Placed[] {
  return rows.flatMap(({ key, points, up, write }) => {
    const low = Math.min(...points.map(({ value, error }) => value - error));
    const range = Math.max(...points.map(({ value, error }) => value + error)) - low;
    const at = (value: number): number => (range === 0 ? 0.5 : (value - low) / range);
    const values = points.map(({ value }) => value);
    const best = up ? Math.max(...values) : Math.min(...values);
    return points.map(({ k, value, error, admissible }) => ({
      key,
      k,
      y: at(value),
      low: at(value - error),
      high: at(value + error),
      admissible,
      best: value === best,
      text: value === best || k === chosen ? write(value) : '',
    }));
  });
}

/** One line a criterion over k: filled dots can be chosen, rings cannot; the best value and that of the k chosen are written. */
export function criteriaPlot(
  rows: readonly CriterionRow[],
  chosen: number,
  axis: string,
  size: Size,
): Plot.PlotOptions {
  const placed = placeCriteria(rows, chosen);
  const narrow = size.name === 'narrow';
  const ks = [...new Set(placed.map(({ k }) => k))].sort((a, b) => a - b);
  const place = { x: 'k', y: 'y', fy: 'key' } as const;
  return {
    ...frame(size, 44 + rows.length * (narrow ? 82 : 66)),
    marginTop: 4,
    marginLeft: narrow ? 14 : 190,
    marginRight: 16,
    x: {
      domain: [ks[0]! - 0.5, ks.at(-1)! + 0.5],
      ticks: ks,
      tickFormat: String,
      tickSize: 0,
      label: axis,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 36,
    },
    y: { domain: [0, 1], axis: null, insetTop: narrow ? 40 : 26, insetBottom: 10 },
    fy: { domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.rect([chosen], { x1: chosen - 0.42, x2: chosen + 0.42, fill: gain, fillOpacity: 0.1 }),
      Plot.ruleY(rows, { fy: 'key', y: 0, stroke: line, strokeOpacity: 1, dy: 10 }),
      Plot.text(rows, {
        fy: 'key',
        text: 'label',
        frameAnchor: narrow ? 'top-left' : 'left',
        textAnchor: 'start',
        dx: narrow ? -10 : -188,
        dy: narrow ? 4 : 4,
        fill: ink,
      }),
      Plot.line(placed, { ...place, stroke: soft, strokeWidth: 1.25 }),
      Plot.ruleX(
        placed.filter(({ low, high }) => high > low),
        { x: 'k', y1: 'low', y2: 'high', fy: 'key', stroke: soft, strokeWidth: 2 },
      ),
      Plot.dot(placed, {
        ...place,
        r: 4,
        fill: (point: Placed) => (point.admissible ? gain : paper),
        stroke: (point: Placed) => (point.admissible ? gain : soft),
        strokeWidth: 1.75,
      }),
      Plot.text(placed, {
        ...place,
        text: 'text',
        dy: -13,
        fill: ink,
        stroke: paper,
        strokeWidth: 3,
        fontSize: 11,
      }),
    ],
  };
}
