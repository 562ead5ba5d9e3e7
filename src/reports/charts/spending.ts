import * as Plot from '@observablehq/plot';
import { frame, shorten, ticks } from './frame.ts';
import { ink, line, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A piece of what a group pays: `part` says what becomes of it, `share` how much (signed). */
export interface SpendingPiece {
  readonly key: string;
  readonly part: string;
  readonly share: number;
}

/** A colour for each part, in the order of stacking. */
export type SpendingColors = Readonly<Record<string, string>>;

/** One bar a group: what becomes of each hundred that it pays; losses stand left of zero. */
export function spendingPlot(
  pieces: readonly SpendingPiece[],
  labels: Readonly<Record<string, string>>,
  colors: SpendingColors,
  share: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const keys = Object.keys(labels);
  return {
    ...frame(size, 26 + keys.length * 42),
    marginTop: 4,
    marginBottom: 24,
    marginRight: 16,
    x: { tickFormat: share, ticks: ticks(size), label: null, nice: true },
    y: { type: 'band', domain: keys, axis: null },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.barX(
        pieces,
        Plot.stackX(
          { order: Object.keys(colors) },
          {
            y: 'key',
            x: 'share',
            z: 'part',
            fill: (piece: SpendingPiece) => colors[piece.part]!,
            insetTop: 20,
            insetBottom: 6,
            insetRight: 0.5,
          },
        ),
      ),
      Plot.ruleX([0], { stroke: soft }),
      Plot.text(keys, {
        y: (key: string) => key,
        text: (key: string) => shorten(labels[key] ?? key, size),
        frameAnchor: 'left',
        textAnchor: 'start',
        dx: 2,
        dy: -9,
        fill: ink,
      }),
    ],
  };
}
