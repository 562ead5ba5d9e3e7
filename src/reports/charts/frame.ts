import type { PlotOptions } from '@observablehq/plot';
import type { Size } from './svg.ts';

/** What all charts share: room for the axes, the size of the letters. */
export function frame(size: Size, height: number): PlotOptions {
  return {
    width: size.width,
    height,
    marginTop: 22,
    marginRight: 12,
    marginBottom: 40,
    marginLeft: 2,
    style: { fontSize: '12px' },
  };
}

/** At most so many ticks as have room. */
export const ticks = (size: Size): number => (size.name === 'narrow' ? 4 : 8);

/** Text that fits a line of a chart. */
export const shorten = (text: string, size: Size): string => {
  const room = size.name === 'narrow' ? 38 : 80;
  const letters = Array.from(text);
  return letters.length <= room
    ? text
    : `${letters
        .slice(0, room - 1)
        .join('')
        .trimEnd()}…`;
};
