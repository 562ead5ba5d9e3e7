import * as Plot from '@observablehq/plot';
import type { Decile } from '../data/profit-spread.ts';
import { frame, ticks } from './frame.ts';
import { gain, ink, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** One column a tenth of the customers: what it brings or takes away. */
export function decilesPlot(
  rows: readonly Decile[],
  money: (value: number) => string,
  label: string,
  size: Size,
): Plot.PlotOptions {
  const profits = rows.map(({ profit }) => profit);
  return {
    ...frame(size, size.name === 'narrow' ? 250 : 270),
    marginLeft: size.name === 'narrow' ? 46 : 58,
    x: {
      type: 'band',
      domain: rows.map(({ decile }) => decile),
      label,
      labelAnchor: 'center',
      labelArrow: 'none',
      padding: 0.2,
    },
    y: {
      domain: [1.15 * Math.min(0, ...profits), Math.max(1, ...profits)],
      nice: true,
      tickFormat: money,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.barY(rows, { x: 'decile', y: 'profit', fill: (row: Decile) => (row.profit < 0 ? loss : gain) }),
      Plot.ruleY([0], { stroke: soft }),
      ...(size.name === 'narrow'
        ? []
        : ([true, false] as const).map((above) =>
            Plot.text(
              rows.filter(({ profit }) => profit >= 0 === above),
              { x: 'decile', y: 'profit', text: (row: Decile) => money(row.profit), dy: above ? -8 : 10, fill: ink },
            ),
          )),
    ],
  };
}
