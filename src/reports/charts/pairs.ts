import * as Plot from '@observablehq/plot';
import { above, aside, frame, shorten, ticks } from './frame.ts';
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

/** Pale bars for the whole, full bars for the part; below zero in the colour of losses. */
export function pairsPlot(rows: readonly PairRow[], money: (value: number) => string, size: Size): Plot.PlotOptions {
  const values = rows.flatMap((row) => [row.whole, row.part]);
  return {
    ...frame(size, 26 + rows.length * 40),
    marginTop: 4,
    marginBottom: 24,
    x: {
      domain: [Math.min(0, ...values), Math.max(1, ...values)],
      tickFormat: money,
      ticks: ticks(size),
      label: null,
    },
    y: { type: 'band', domain: rows.map((row) => row.key), axis: null },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.barX(rows, { y: 'key', x: 'whole', fill: gain, fillOpacity: 0.3, insetTop: 20, insetBottom: 6 }),
      Plot.barX(rows, {
        y: 'key',
        x: 'part',
        fill: (row: PairRow) => (row.part < 0 ? loss : gain),
        insetTop: 20,
        insetBottom: 6,
      }),
      Plot.ruleX([0], { stroke: soft }),
      Plot.text(rows, { ...above, text: (row: PairRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
