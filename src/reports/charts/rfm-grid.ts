import * as Plot from '@observablehq/plot';
import type { Format } from '../../text/format.ts';
import type { RfmCell } from '../data/rfm.ts';
import { frame } from './frame.ts';
import { gain, ink } from './palette.ts';
import type { Size } from './svg.ts';

/** The words on the axes. */
export interface RfmGridWords {
  readonly recency: string;
  readonly frequency: string;
  readonly latest: string;
  readonly often: string;
}

/** Customers by recency score (upwards) and frequency score (to the right): the darker, the more; their number, and what they spent. */
export function rfmGridPlot(
  cells: readonly RfmCell[],
  words: RfmGridWords,
  format: Format,
  size: Size,
): Plot.PlotOptions {
  const scores = (of: (cell: RfmCell) => number): number[] => [...new Set(cells.map(of))].sort((a, b) => a - b);
  const recency = scores((cell) => cell.recency_score).reverse();
  const frequency = scores((cell) => cell.frequency_score);
  const most = Math.max(1, ...cells.map((cell) => cell.customers));
  const depth = (cell: RfmCell): number => 0.05 + 0.55 * (cell.customers / most);
  const place = { x: 'frequency_score', y: 'recency_score' } as const;
  const row = size.name === 'narrow' ? 50 : 48;
  return {
    ...frame(size, 66 + recency.length * row),
    marginTop: 26,
    marginLeft: 22,
    marginRight: 2,
    padding: 0.05,
    x: {
      domain: frequency,
      label: `${words.frequency} → ${words.often}`,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 36,
      tickSize: 0,
    },
    y: {
      domain: recency,
      label: `${words.recency} ↑ ${words.latest}`,
      labelAnchor: 'top',
      labelArrow: 'none',
      tickSize: 0,
    },
    marks: [
      Plot.cell(cells, { ...place, fill: gain, fillOpacity: depth, rx: 4 }),
      Plot.text(cells, {
        ...place,
        text: (cell: RfmCell) => format.whole(cell.customers),
        fill: ink,
        dy: -7,
        fontSize: size.name === 'narrow' ? 12 : 15,
        fontWeight: 600,
      }),
      Plot.text(cells, {
        ...place,
        text: (cell: RfmCell) => format.shortMoney(cell.monetary),
        fill: ink,
        dy: 9,
        fontSize: 11,
      }),
    ],
  };
}
