import type { PlotOptions } from '@observablehq/plot';
import { ink, paper } from './palette.ts';
import type { Size } from './svg.ts';

/** What all charts share: their width and the room for the axes. */
export function frame(size: Size, height: number): PlotOptions {
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

/** Text that fits a line of a chart. */
export const shorten = (text: string, size: Size): string => {
  const room = size.name === 'narrow' ? 42 : 80;
  const letters = Array.from(text);
  return letters.length <= room
    ? text
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
};

/** The name of a row, at the start of the line above its bar; the halo keeps it clear of the grid. */
export const above = {
  y: 'key',
  frameAnchor: 'left',
  textAnchor: 'start',
  dx: 4,
  dy: -9,
  fill: ink,
  stroke: paper,
  strokeWidth: 4,
} as const;

/** The figures of a row, at the end of the same line. */
export const aside = { ...above, frameAnchor: 'right', textAnchor: 'end', dx: 8 } as const;
