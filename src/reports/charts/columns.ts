import * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { gain, ink, line, paper, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A column: what stands below it, how high it is, and what it is compared with. */
export interface Column {
  readonly key: string;
  readonly value: number;
  /** A ring at this height. */
  readonly other?: number;
}

interface Axes {
  readonly x: string;
  readonly y: string;
  readonly write: (value: number) => string;
}

/** What columns over names and over values share. */
const shared = (size: Size, { x, y, write }: Axes, highest: number): Plot.PlotOptions => ({
  ...frame(size, size.name === 'narrow' ? 250 : 270),
  marginTop: 28,
  marginLeft: size.name === 'narrow' ? 46 : 58,
  x: { label: x, labelAnchor: 'center', labelArrow: 'none', labelOffset: 38 },
  y: { domain: [0, highest], nice: true, tickFormat: write, ticks: ticks(size), label: y, labelArrow: 'none' },
});

const grid = (size: Size): Plot.Markish => Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: ticks(size) });

/** One column a name, in the order given. */
export function columnsPlot(rows: readonly Column[], axes: Axes, size: Size): Plot.PlotOptions {
  const compared = rows.filter(({ other }) => other !== undefined);
  const highest = Math.max(...rows.flatMap(({ value, other = 0 }) => [value, other])) || 1;
  const base = shared(size, axes, highest);
  return {
    ...base,
    x: { ...base.x, type: 'band', domain: rows.map(({ key }) => key), padding: 0.25, tickSize: 0 },
    marks: [
      grid(size),
      Plot.barY(rows, { x: 'key', y: 'value', fill: gain }),
      Plot.ruleY([0], { stroke: soft }),
      Plot.dot(compared, { x: 'key', y: 'other', r: 5, fill: paper, stroke: ink, strokeWidth: 2 }),
    ],
  };
}

/** A column from one value up to another. */
export interface Bin {
  readonly from: number;
  /** Null: and more; it is drawn as wide as the one before it. */
  readonly to: number | null;
  readonly value: number;
}

/** Columns over values, their bounds below them. */
export function binsPlot(
  bins: readonly Bin[],
  axes: Axes & { readonly writeX: (value: number) => string },
  size: Size,
): Plot.PlotOptions {
  const drawn = bins.map(({ from, to, value }, i) => {
    const before = bins[Math.max(0, i - 1)]!;
    return { from, value, to: to ?? from + (before.to! - before.from) };
  });
  const every = Math.ceil(bins.length / (size.name === 'narrow' ? 6 : 14));
  const base = shared(size, axes, Math.max(...bins.map(({ value }) => value)) || 1);
  const closed = bins.at(-1)!.to;
  const bounds = [...bins.map(({ from }) => from), ...(closed === null ? [] : [closed])];
  const open = closed === null ? bins.at(-1)!.from : NaN;
  return {
    ...base,
    x: {
      ...base.x,
      domain: [drawn[0]!.from, drawn.at(-1)!.to],
      ticks: bounds.filter((_, i) => i % every === 0),
      tickFormat: (bound: number) => `${axes.writeX(bound)}${bound === open ? '+' : ''}`,
    },
    marks: [
      grid(size),
      Plot.rectY(drawn, { x1: 'from', x2: 'to', y: 'value', fill: gain, insetLeft: 1, insetRight: 1 }),
      Plot.ruleY([0], { stroke: soft }),
    ],
  };
}
