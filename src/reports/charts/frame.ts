import * as Plot from '@observablehq/plot';
import { ink, paper } from './palette.ts';
import type { Size } from './svg.ts';

/** What all charts share: their width and the room for the axes. */
export function frame(size: Size, height: number): Plot.PlotOptions {
  return {
    width: size.width,
    height,
    marginTop: 22,
    marginRight: 12,
    marginBottom: 40,
    marginLeft: 2,
  };
}

/** At most so many ticks as have room. */
export const ticks = (size: Size): number => (size.name === 'narrow' ? 4 : 8);

/** Text of at most so many letters. */
export function cut(text: string, room: number): string {
  const letters = Array.from(text);
  if (letters.length <= room) return text;
  const kept = letters.slice(0, room - 1).join('');
  return `${kept.trimEnd()}…`;
}

/** Text that fits a line of a chart. */
export const shorten = (text: string, size: Size): string => cut(text, size.name === 'narrow' ? 42 : 80);

/** What stands above the bar of a row: its name and figures. Pixels. */
export const nameLine = 19;

type Keyed = readonly { readonly key: string }[];

/** A frame of rows, each so many pixels high with its name above its bar. */
export const rowFrame = (size: Size, rows: Keyed, height: number): Plot.PlotOptions => ({
  ...frame(size, 4 + rows.length * height + 24),
  marginTop: 4,
  marginBottom: 24,
  y: { type: 'band', domain: rows.map(({ key }) => key), axis: null, padding: 0 },
});

/** The ground under the names of such rows: it lies on the grid and on the line of zero, so that none of them crosses a name. */
export const ground = (rows: Keyed, height: number): Plot.Markish =>
  Plot.cell(rows, { y: 'key', fill: paper, insetLeft: -1, insetRight: -1, insetBottom: height - nameLine });

/** The name of a row, at the start of the line above its bar. */
export const above = {
  y: 'key',
  frameAnchor: 'left',
  textAnchor: 'start',
  dx: 4,
  dy: -9,
  fill: ink,
} as const;

/** The figures of a row, at the end of the same line. */
export const aside = { ...above, frameAnchor: 'right', textAnchor: 'end', dx: 8 } as const;
