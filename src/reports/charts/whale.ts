import * as Plot from '@observablehq/plot';
import type { CurvePoint, Whale } from '../data/profit-spread.ts';
import { frame, ticks } from './frame.ts';
import { gain, ink, line, loss, paper, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** The words and figures at the curve. */
export interface WhaleWords {
  readonly x: string;
  readonly peak: string;
  readonly total: string;
  readonly share: (value: number) => string;
  readonly money: (value: number) => string;
}

/** Cumulated profit over customers, the most profitable first: the height above the end is what the last ones take away. */
export function whalePlot(curve: readonly CurvePoint[], whale: Whale, words: WhaleWords, size: Size): Plot.PlotOptions {
  const narrow = size.name === 'narrow';
  const peak = { x: 100 * (whale.peak_share_of_customers ?? 0), y: whale.peak_profit };
  const right = peak.x > 60;
  const lost = curve.filter((point) => point.percentile >= peak.x);
  return {
    ...frame(size, narrow ? 260 : 280),
    marginTop: 34,
    marginLeft: narrow ? 46 : 58,
    marginRight: 18,
    x: {
      domain: [0, 100],
      tickFormat: (percent: number) => words.share(percent / 100),
      ticks: narrow ? 5 : 10,
      label: words.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
    },
    y: { nice: true, zero: true, tickFormat: words.money, ticks: ticks(size), label: null },
    marks: [
      Plot.gridY({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.areaY(curve, { x: 'percentile', y: 'cumulative_profit', fill: gain, fillOpacity: 0.1 }),
      Plot.areaY([{ percentile: peak.x, cumulative_profit: peak.y }, ...lost], {
        x: 'percentile',
        y1: whale.profit,
        y2: 'cumulative_profit',
        fill: loss,
        fillOpacity: 0.25,
      }),
      Plot.ruleY([0], { stroke: soft }),
      Plot.ruleY([whale.profit], { stroke: soft, strokeDasharray: '3 4' }),
      Plot.lineY(curve, { x: 'percentile', y: 'cumulative_profit', stroke: gain, strokeWidth: 2.25 }),
      Plot.dot([peak], { x: 'x', y: 'y', r: 5, fill: gain, stroke: paper, strokeWidth: 2 }),
      Plot.text([peak], {
        x: 'x',
        y: 'y',
        text: () => `${words.peak} ${words.money(peak.y)}`,
        textAnchor: right ? 'end' : 'start',
        dx: right ? -4 : 4,
        dy: -14,
        fill: ink,
        stroke: paper,
        strokeWidth: 4,
        fontWeight: 600,
      }),
      Plot.text([{ x: 0, y: whale.profit }], {
        x: 'x',
        y: 'y',
        text: () => `${words.total} ${words.money(whale.profit)}`,
        textAnchor: 'start',
        dx: 6,
        dy: -9,
        fill: soft,
        stroke: paper,
        strokeWidth: 4,
      }),
    ],
  };
}
