import * as Plot from '@observablehq/plot';
import { cut } from './frame.ts';
import { gain, ink, line, loss, soft } from './palette.ts';

/** A feature of a segment against the others. */
export interface FingerprintRow {
  readonly feature: string;
  readonly label: string;
  /** Its means in the segment and of all. */
  readonly means: string;
  /** Cohen's d: above 0 where the segment has more. */
  readonly effect: number;
}

/** Effects below are next to none and get no bar (Cohen 1988). */
export const leastEffect = 0.2;

/** An effect this large fills the bar. */
export const fullEffect = 3;

const length = (effect: number): number => Math.max(-fullEffect, Math.min(fullEffect, effect));

/** Letters that fit above a bar. */
const room = 50;

/** How a segment differs: bars to the right for more than the others, to the left for less, as long as the effects that stand beside them. */
export function fingerprintPlot(rows: readonly FingerprintRow[], write: (effect: number) => string): Plot.PlotOptions {
  return {
    width: 340,
    height: 4 + rows.length * 31,
    marginTop: 2,
    marginRight: 42,
    marginBottom: 2,
    marginLeft: 2,
    x: { domain: [-fullEffect, fullEffect], axis: null },
    y: { type: 'band', domain: rows.map((row) => row.feature), axis: null },
    marks: [
      Plot.barX(rows, {
        y: 'feature',
        x1: -fullEffect,
        x2: fullEffect,
        fill: line,
        fillOpacity: 0.55,
        insetTop: 18,
        insetBottom: 6,
      }),
      Plot.barX(rows, {
        y: 'feature',
        x1: 0,
        x2: (row: FingerprintRow) => length(row.effect),
        fill: (row: FingerprintRow) => (row.effect < 0 ? loss : gain),
        insetTop: 18,
        insetBottom: 6,
      }),
      Plot.tickX(rows, { y: 'feature', x: 0, stroke: soft, insetTop: 16, insetBottom: 4 }),
      Plot.text(rows, {
        y: 'feature',
        text: ({ label, means }: FingerprintRow) => `${cut(label, room - means.length)} ${means}`,
        frameAnchor: 'left',
        textAnchor: 'start',
        dy: -6,
        fill: ink,
      }),
      Plot.text(rows, {
        y: 'feature',
        text: ({ effect }: FingerprintRow) => write(effect),
        frameAnchor: 'right',
        textAnchor: 'end',
        dx: 40,
        dy: 6,
        fill: soft,
      }),
    ],
  };
}
