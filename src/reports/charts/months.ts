import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { gain, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A month with its net revenue and the gross margin in it. */
export interface MonthRow {
  /** Its first day: `2026-11-01`. */
  readonly month: string;
  readonly whole: number;
  readonly part: number;
}

/** Pale columns for net revenue, full ones for gross margin; at most as many labels as have room. */
export function monthsPlot(
  rows: readonly MonthRow[],
  money: (value: number) => string,
  month: (day: string) => string,
  size: Size,
): Plot.PlotOptions {
  const room = size.name === 'narrow' ? 4 : 9;
  const every = Math.max(1, Math.ceil(rows.length / room));
  const labelled = rows.filter((_, i) => (rows.length - 1 - i) % every === 0).map((row) => row.month);
  const values = rows.flatMap((row) => [row.whole, row.part]);
  return {
    ...frame(size, size.name === 'narrow' ? 220 : 240),
    marginTop: 12,
    marginBottom: 26,
    marginLeft: size.name === 'narrow' ? 46 : 58,
    x: {
      type: 'band',
      domain: rows.map((row) => row.month),
      ticks: labelled,
      tickFormat: month,
      label: null,
      padding: 0.2,
      tickSize: 0,
    },
    y: {
      domain: [Math.min(0, ...values), Math.max(1, ...values)],
      nice: true,
      tickFormat: money,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.barY(rows, { x: 'month', y: 'whole', fill: gain, fillOpacity: 0.3 }),
      Plot.barY(rows, { x: 'month', y: 'part', fill: (row: MonthRow) => (row.part < 0 ? loss : gain) }),
      Plot.ruleY([0], { stroke: soft }),
    ],
  };
}
