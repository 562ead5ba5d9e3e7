import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { gain, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A row with a whole and the part of it that is left: net revenue and gross margin. */
export interface PairRow {
  readonly key: string;
  readonly label: string;
  /** The figures of the row. */
  readonly value: string;
  readonly whole: number;
  readonly part: number;
}

/** Height of a row, pixels. */
const row = 40;

/** Pale bars for the whole, full bars for the part; below zero in the colour of losses. */
export function pairsPlot(rows: readonly PairRow[], money: (value: number) => string, size: Size): Plot.PlotOptions {
  const values = rows.flatMap((row) => [row.whole, row.part]);
  return {
    ...rowFrame(size, rows, row),
    x: {
      domain: [Math.min(0, ...values), Math.max(1, ...values)],
      tickFormat: money,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft }),
      ground(rows, row),
      Plot.barX(rows, { y: 'key', x: 'whole', fill: gain, fillOpacity: 0.3, insetTop: 20, insetBottom: 6 }),
      Plot.barX(rows, {
        y: 'key',
        x: 'part',
        fill: (row: PairRow) => (row.part < 0 ? loss : gain),
        insetTop: 20,
        insetBottom: 6,
      }),
      Plot.text(rows, { ...above, text: (row: PairRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
