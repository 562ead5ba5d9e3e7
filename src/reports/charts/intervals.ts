import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { gain, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** An estimate with its interval. */
export interface IntervalRow {
  readonly key: string;
  readonly label: string;
  /** The figures of the row. */
  readonly value: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** Height of a row, pixels. */
const row = 38;

/** Dots with lines from the low to the high end; those whose line does not cross the `reference` in the colour of their side. */
export function intervalsPlot(
  rows: readonly IntervalRow[],
  reference: number,
  write: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const values = rows.flatMap(({ low, high }) => [low, high]);
  const color = ({ low, high }: IntervalRow): string => (low > reference ? gain : high < reference ? loss : soft);
  const at = { y: 'key', dy: 8 } as const;
  return {
    ...rowFrame(size, rows, row),
    x: {
      domain: [Math.min(0, reference, ...values), Math.max(reference, ...values)],
      nice: true,
      tickFormat: write,
      ticks: ticks(size),
      label: null,
    },
    marginLeft: 12,
    marginRight: 16,
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([reference], { stroke: soft, strokeWidth: 1.5 }),
      ground(rows, row),
      Plot.ruleY(rows, { ...at, x1: 'low', x2: 'high', stroke: color, strokeWidth: 2.5 }),
      Plot.dot(rows, { ...at, x: 'estimate', r: 4.5, fill: color }),
      Plot.text(rows, { ...above, dx: -6, text: (row: IntervalRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
