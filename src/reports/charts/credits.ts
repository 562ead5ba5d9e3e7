import * as Plot from '@observablehq/plot';
import { above, aside, ground, rowFrame, shorten, ticks } from './frame.ts';
import { line, segmentColor, soft } from './palette.ts';
import type { Size } from './svg.ts';

/** What is credited to one thing by several rules. */
export interface CreditRow {
  readonly key: string;
  readonly label: string;
  /** The figures of the row. */
  readonly value: string;
  /** By rule, in the order of the legend. */
  readonly shares: readonly number[];
}

/** Height of a row, pixels. */
const row = 40;

const forms = ['circle', 'square', 'diamond'] as const;

/** How the mark of the n-th rule looks, as classes of a chip; three at most, told by colour and form. */
export const creditMark = (index: number): string => `hue-${index}${index === 0 ? '' : ` form-${index}`}`;

/** One mark a rule, one row a thing: how far they lie apart is how much the rules disagree. */
export function creditsPlot(
  rows: readonly CreditRow[],
  write: (value: number) => string,
  size: Size,
): Plot.PlotOptions {
  const marks = rows.flatMap(({ key, shares }) => shares.map((share, index) => ({ key, share, index })));
  const ends = rows.map(({ key, shares }) => ({ key, low: Math.min(...shares), high: Math.max(...shares) }));
  const at = { y: 'key', dy: 9 } as const;
  return {
    ...rowFrame(size, rows, row),
    marginLeft: 12,
    marginRight: 16,
    x: {
      domain: [0, Math.max(...marks.map(({ share }) => share))],
      nice: true,
      tickFormat: write,
      ticks: ticks(size),
      label: null,
    },
    marks: [
      Plot.gridX({ stroke: line, strokeOpacity: 1, ticks: ticks(size) }),
      Plot.ruleX([0], { stroke: soft }),
      ground(rows, row),
      Plot.ruleY(ends, { ...at, x1: 'low', x2: 'high', stroke: line, strokeWidth: 2 }),
      Plot.dot(marks, {
        ...at,
        x: 'share',
        r: 5,
        fill: ({ index }: { index: number }) => segmentColor(index),
        symbol: ({ index }: { index: number }) => forms[index],
      }),
      Plot.text(rows, { ...above, dx: -6, text: (one: CreditRow) => shorten(one.label, size) }),
      Plot.text(rows, { ...aside, text: 'value' }),
    ],
  };
}
