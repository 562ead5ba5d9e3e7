import * as Plot from '@observablehq/plot';
import { above, ground, rowFrame, shorten, ticks } from './frame.ts';
import { line, paper, segmentColor, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A group with its share of the customers and its share of the profit or the net revenue. */
export interface BalanceRow {
  readonly key: string;
  readonly label: string;
  /** Decides the colour. */
  readonly index: number;
  readonly customers: number;
  /** Of the money. */
  readonly share: number;
}

/** Height of a row, pixels. */
const row = 46;

/** Two dots a row: the ring is the share of customers, the disc the share of the money; the line between them is what a group gives or takes. */
export function balancePlot(
  rows: readonly BalanceRow[],
  share: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const values = rows.flatMap((row) => [row.customers, row.share]);
  return {
    ...rowFrame(size, rows, row),
    marginRight: 16,
    marginLeft: 4,
    x: {
      domain: [Math.min(0, ...values), Math.max(0.05, ...values)],
      nice: true,
      tickFormat: share,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft }),
      ground(rows, row),
      Plot.text(rows, { ...above, dy: -11, text: (row: BalanceRow) => shorten(row.label, size) }),
      Plot.link(rows, {
        y1: 'key',
        y2: 'key',
        x1: 'customers',
        x2: 'share',
        dy: 10,
        stroke: (row: BalanceRow) => segmentColor(row.index),
        strokeWidth: 3,
        strokeOpacity: 0.45,
      }),
      Plot.dot(rows, { y: 'key', x: 'customers', dy: 10, r: 5, stroke: soft, strokeWidth: 2, fill: paper }),
      Plot.dot(rows, { y: 'key', x: 'share', dy: 10, r: 6, fill: (row: BalanceRow) => segmentColor(row.index) }),
    ],
  };
}
