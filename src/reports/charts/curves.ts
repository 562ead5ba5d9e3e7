import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { gain, ink, line, paper, soft } from './palette.ts';
import type { Place } from './plane.ts';
import type { Size } from './svg.ts';

/** An axis: from and to, how its values are written, what it shows. */
export interface CurveAxis {
  readonly domain: readonly [number, number];
  readonly write: (value: number) => string;
  readonly label: string;
}

/** What is drawn: the curve, lines to compare it with, and places that stand out, with a word. */
export interface Curve {
  readonly curve: readonly Place[];
  /** A dot at each of its points. */
  readonly dots?: boolean;
  readonly plain?: readonly Place[];
  readonly dashed?: readonly Place[];
  readonly marked?: readonly (Place & { readonly text: string })[];
}

/** A curve over a share or a probability. */
export function curvePlot(
  { curve, dots = false, plain = [], dashed = [], marked = [] }: Curve,
  x: CurveAxis,
  y: CurveAxis,
  size: Size,
): Plot.PlotOptions {
  const at = { x: 'x', y: 'y' } as const;
  return {
    ...frame(size, size.name === 'narrow' ? 300 : 380),
    marginTop: 28,
    marginLeft: 52,
    marginRight: 18,
    x: {
      domain: [...x.domain],
      tickFormat: x.write,
      ticks: ticks(size),
      label: x.label,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
    },
    y: { domain: [...y.domain], tickFormat: y.write, ticks: 6, label: y.label, labelArrow: 'none' },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: 6 }),
      Plot.ruleY([0], { stroke: soft }),
      Plot.line(plain, { ...at, stroke: soft, strokeWidth: 1.5 }),
      Plot.line(dashed, { ...at, stroke: soft, strokeWidth: 1.5, strokeDasharray: '5 4' }),
      Plot.line(curve, { ...at, stroke: gain, strokeWidth: 2.5 }),
      ...(dots ? [Plot.dot(curve, { ...at, r: 4.5, fill: gain })] : []),
      Plot.dot(marked, { ...at, r: 6, fill: paper, stroke: ink, strokeWidth: 2 }),
      Plot.text(marked, {
        ...at,
        text: 'text',
        dy: -16,
        fill: ink,
        fontWeight: 600,
        stroke: paper,
        strokeWidth: 4,
      }),
    ],
  };
}
