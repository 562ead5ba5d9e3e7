import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { line, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A bar of several parts. */
export interface StackRow {
  readonly key: string;
  readonly label: string;
  /** The figure of the row. */
  readonly value: string;
  /** Signed, by part. */
  readonly parts: Readonly<Record<string, number>>;
}

/** Height of a row, pixels. */
const row = 42;

/** One bar a row: its parts end to end in the order of `colors`, those below zero to the other side. */
export function stacksPlot(
  rows: readonly StackRow[],
  colors: Readonly<Record<string, string>>,
  axis: (value: number) => string,
  size: Size,
  unit: 'any' | 'whole' = 'any',
): Plot.PlotOptions {
  const order = Object.keys(colors);
  const pieces = rows.flatMap(({ key, parts }) => order.map((part) => ({ key, part, amount: parts[part] ?? 0 })));
  const widest = Math.max(...pieces.map(({ amount }) => Math.abs(amount)));
  const marks = unit === 'whole' ? Math.min(ticks(size), Math.max(1, 2 * widest)) : ticks(size);
  return {
    ...rowFrame(size, rows, row),
    marginRight: 16,
    // A label at the beginning has half its width before it.
    x: { tickFormat: axis, ticks: marks, label: null, insetLeft: pieces.some(({ amount }) => amount < 0) ? 14 : 0 },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: marks }),
      Plot.ruleX([0], { stroke: soft }),
      ground(rows, row),
      Plot.barX(
        pieces,
        Plot.stackX(
          { order },
          {
            y: 'key',
            x: 'amount',
            z: 'part',
            fill: (piece: (typeof pieces)[number]) => colors[piece.part]!,
            insetTop: 20,
            insetBottom: 6,
            insetRight: 0.5,
          },
        ),
      ),
      Plot.text(rows, { ...above, text: (row: StackRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
