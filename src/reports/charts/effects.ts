import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { gain, ink, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A difference with its interval. */
export interface EffectRow {
  readonly key: string;
  readonly label: string;
  /** The figures of the row. */
  readonly value: string;
  readonly difference: number;
  readonly lower: number;
  readonly upper: number;
}

/** Height of a row, pixels. */
const row = 44;

/** In the colour of gains or losses where the interval leaves out 0, in that of the text where it does not. */
const colour = ({ lower, upper }: EffectRow): string => {
  if (lower > 0) return gain;
  return upper < 0 ? loss : ink;
};

/** A dot for the difference and a line for its interval, one row each, against the line of no difference. */
export function effectsPlot(
  rows: readonly EffectRow[],
  write: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const values = rows.flatMap(({ lower, upper }) => [lower, upper]);
  return {
    ...rowFrame(size, rows, row),
    marginLeft: 8,
    marginRight: 16,
    x: {
      domain: [Math.min(0, ...values), Math.max(0, ...values)],
      nice: true,
      tickFormat: write,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft, strokeWidth: 2 }),
      ground(rows, row),
      Plot.link(rows, { y1: 'key', y2: 'key', x1: 'lower', x2: 'upper', dy: 10, stroke: colour, strokeWidth: 3 }),
      Plot.dot(rows, { y: 'key', x: 'difference', dy: 10, r: 6, fill: colour }),
      Plot.text(rows, { ...above, dy: -11, text: (row: EffectRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, dy: -11, text: 'value' }),
    ],
  };
}
