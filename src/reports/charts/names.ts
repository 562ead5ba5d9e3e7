import * as Plot from '@observablehq/plot';
import { ink, paper } from './palette.ts';
import type { Place } from './plane.ts';

/** Where a name may stand: pixels from its place, and which end of it is there. */
export interface Stand {
  readonly dx: number;
  readonly dy: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A place with its name, and where that stands. */
export interface Named extends Place, Stand {
  readonly text: string;
}

/** What names must not lie on. Pixels, y downwards. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly middle: number;
}

/** Width of a letter and height of a line, pixels. */
const letter = 6.7;
const lineHeight = 14;

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && Math.abs(one.middle - other.middle) < lineHeight;

function boxOf({ x, y }: Place, text: string, { dx, dy, anchor }: Stand): Box {
  const width = letter * Array.from(text).length;
  const start = x + dx - { start: 0, middle: width / 2, end: width }[anchor];
  return { left: start, right: start + width, middle: y + dy };
}

/**
 * Names for as many places as have room, the first ones first: none lies on another, nor on a place that is `kept` free.
 *
 * @param toPixels of a chart, y downwards
 * @param stands where a name may stand, the best first
 */
export function placeNames(
  places: readonly (Place & { readonly text: string })[],
  toPixels: (place: Place) => Place,
  stands: (place: Place) => readonly Stand[],
  kept: readonly Place[] = [],
): Named[] {
  const taken: Box[] = kept.map(toPixels).map(({ x, y }) => ({ left: x - 7, right: x + 7, middle: y }));
  return places.flatMap(({ x, y, text }): Named[] => {
    const at = toPixels({ x, y });
    const stand = stands({ x, y }).find((one) => !taken.some((other) => meet(boxOf(at, text, one), other)));
    if (stand === undefined) return [];
    taken.push(boxOf(at, text, stand));
    return [{ x, y, text, ...stand }];
  });
}

/** Such names, each where it stands. */
export const nameMarks = (named: readonly Named[], strong = false): Plot.Markish[] =>
  [...new Set(named.map(({ dx, dy, anchor }) => `${dx} ${dy} ${anchor}`))].map((stand) => {
    const some = named.filter(({ dx, dy, anchor }) => `${dx} ${dy} ${anchor}` === stand);
    return Plot.text(some, {
      x: 'x',
      y: 'y',
      text: 'text',
      dx: some[0]!.dx,
      dy: some[0]!.dy,
      textAnchor: some[0]!.anchor,
      fill: ink,
      stroke: paper,
      strokeWidth: 4,
      ...(strong ? { fontWeight: 600 } : {}),
    });
  });
