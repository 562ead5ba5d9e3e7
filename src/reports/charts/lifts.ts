import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { gain, line, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A rule: what it says, and how many times as often it holds as by chance. */
export interface LiftRow {
  readonly key: string;
  readonly label: string;
  readonly lift: number;
}

/** Height of a row, pixels. */
const row = 36;

/** Lifts as bars, a line at 1: as often as by chance. */
export function liftsPlot(rows: readonly LiftRow[], write: (value: number) => string, size: Size): Plot.PlotOptions {
  return {
    ...rowFrame(size, rows, row),
    x: {
      domain: [0, Math.max(...rows.map(({ lift }) => lift))],
      nice: true,
      tickFormat: write,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([1], { stroke: soft }),
      ground(rows, row),
      Plot.barX(rows, { y: 'key', x: 'lift', fill: gain, insetTop: 20, insetBottom: 6 }),
      Plot.text(rows, { ...above, dy: -7, text: (one: LiftRow) => shorten(one.label, size) }),
      Plot.text(rows, { ...aside, dy: -7, text: (one: LiftRow) => write(one.lift) }),
    ],
  };
}
