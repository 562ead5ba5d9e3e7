import * as Plot from '@observablehq/plot';
import { gain, ink, line, loss, soft } from './palette.ts';

/** A feature of a segment against the others. */
export interface FingerprintRow {
  readonly feature: string;
  /** What stands at the row: the feature, and its means in the segment and of all. */
  readonly label: string;
  /** Cohen's d: above 0 where the segment has more. */
  readonly effect: number;
}

/** Effects below are next to none and get no bar (Cohen 1988). */
export const leastEffect = 0.2;

/** An effect this large fills the bar. */
const edge = 3;

const length = (effect: number): number => Math.max(-edge, Math.min(edge, effect));

/** How a segment differs: bars to the right for more than the others, to the left for less, as long as the effects. */
export function fingerprintPlot(rows: readonly FingerprintRow[]): Plot.PlotOptions {
  return {
    width: 340,
    height: 4 + rows.length * 31,
    marginTop: 2,
    marginRight: 2,
    marginBottom: 2,
    marginLeft: 2,
    x: { domain: [-edge, edge], axis: null },
    y: { type: 'band', domain: rows.map((row) => row.feature), axis: null },
    marks: [
      Plot.barX(rows, {
        y: 'feature',
        x1: -edge,
        x2: edge,
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
      Plot.tickX(rows, { y: 'feature', x: 0, stroke: soft, insetTop: 15, insetBottom: 3 }),
      Plot.text(rows, { y: 'feature', text: 'label', frameAnchor: 'left', textAnchor: 'start', dy: -6, fill: ink }),
    ],
  };
}
