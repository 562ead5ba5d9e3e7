import * as Plot from '@observablehq/plot';
import { above, aside, frame, shorten, ticks } from './frame.ts';
import { line, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A group that pays, and what becomes of its money. */
export interface SpendingRow {
  readonly key: string;
  readonly label: string;
  /** The figure of the row. */
  readonly value: string;
  /** Signed shares of what it pays, by part. */
  readonly shares: Readonly<Record<string, number>>;
}

/** One bar a group: what becomes of each hundred that it pays, in the order of `colors`; losses stand before zero. */
export function spendingPlot(
  rows: readonly SpendingRow[],
  colors: Readonly<Record<string, string>>,
  share: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const parts = Object.keys(colors);
  const pieces = rows.flatMap(({ key, shares }) => parts.map((part) => ({ key, part, share: shares[part] ?? 0 })));
  return {
    ...frame(size, 26 + rows.length * 42),
    marginTop: 4,
    marginBottom: 24,
    marginRight: 16,
    x: { tickFormat: share, ticks: ticks(size), label: null },
    y: { type: 'band', domain: rows.map(({ key }) => key), axis: null },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.barX(
        pieces,
        Plot.stackX(
          { order: parts },
          {
            y: 'key',
            x: 'share',
            z: 'part',
            fill: (piece: (typeof pieces)[number]) => colors[piece.part]!,
            insetTop: 20,
            insetBottom: 6,
            insetRight: 0.5,
          },
        ),
      ),
      Plot.ruleX([0], { stroke: soft }),
      Plot.text(rows, { ...above, text: (row: SpendingRow) => shorten(row.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
