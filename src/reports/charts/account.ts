import * as Plot from '@observablehq/plot';
import { ground, rowFrame, ticks } from './frame.ts';
import { gain, ink, line, loss, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** A line of the account: a result, or what is added to or taken from the result before. */
export interface AccountRow {
  readonly key: string;
  readonly label: string;
  readonly kind: 'result' | 'step';
  /** Signed: what is taken away is negative. */
  readonly amount: number;
}

/** A line with where its bar begins and ends. */
interface AccountBar extends AccountRow {
  readonly from: number;
  readonly to: number;
}

/** Results stand on zero; each step starts where the one before ended. */
export function accountBars(rows: readonly AccountRow[]): AccountBar[] {
  const bars: AccountBar[] = [];
  let level = 0;
  for (const row of rows) {
    const from = row.kind === 'result' ? 0 : level;
    level = row.kind === 'result' ? row.amount : level + row.amount;
    bars.push({ ...row, from, to: level });
  }
  return bars;
}

const color = (bar: AccountBar): string => {
  if (bar.kind === 'result') return bar.amount < 0 ? loss : ink;
  return bar.amount < 0 ? loss : gain;
};

/** From revenue down to profit, step by step. */
export function accountPlot(
  rows: readonly AccountRow[],
  money: (value: number) => string,
  axis: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const bars = accountBars(rows);
  const narrow = size.name === 'narrow';
  const band = narrow ? 38 : 30;
  return {
    ...rowFrame(size, bars, band),
    marginLeft: narrow ? 2 : 130,
    marginRight: narrow ? 12 : 96,
    x: {
      domain: [Math.min(0, ...bars.map((bar) => bar.to)), Math.max(1, ...bars.map((bar) => bar.to))],
      tickFormat: axis,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft }),
      ...(narrow ? [ground(bars, band)] : []),
      Plot.barX(bars, {
        y: 'key',
        x1: 'from',
        x2: 'to',
        fill: color,
        fillOpacity: (bar: AccountBar) => (bar.kind === 'result' ? 0.85 : 1),
        insetTop: narrow ? 19 : 5,
        insetBottom: 5,
        rx: 1.5,
      }),
      ...(['result', 'step'] as const).flatMap((kind) => {
        const shown = bars.filter((bar) => bar.kind === kind);
        const style = { y: 'key', fill: ink, fontWeight: kind === 'result' ? 600 : 400, dy: narrow ? -10 : 0 } as const;
        return [
          Plot.text(shown, {
            ...style,
            text: 'label',
            frameAnchor: 'left',
            textAnchor: 'start',
            dx: narrow ? 4 : -128,
          }),
          Plot.text(shown, {
            ...style,
            text: (bar: AccountBar) => money(bar.amount),
            frameAnchor: 'right',
            textAnchor: 'end',
            dx: narrow ? 8 : 94,
          }),
        ];
      }),
    ],
  };
}
