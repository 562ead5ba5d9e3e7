import type * as Plot from '@observablehq/plot';
import { frame, ticks } from './frame.ts';
import { sizes, type Size } from './svg.ts';

/** A place on the plane. */
export interface Place {
  readonly x: number;
  readonly y: number;
}

/** A part of the plane: from and to, on both axes. */
export interface Window {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

const margins = { left: 40, top: 22, right: 12, bottom: 40 };

/** The room for the places themselves, pixels. */
const inside = (size: Size): number => size.width - margins.left - margins.right;
const heights = { narrow: [220, 380], wide: [260, 520] } as const;

/** The values between which all but a two-hundredth on either side lie. */
function bulk(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const cut = Math.floor(sorted.length / 200);
  return sorted.slice(cut, sorted.length - cut);
}

const span = ([from, to]: readonly [number, number]): number => to - from;

function widen([from, to]: readonly [number, number], wanted: number): [number, number] {
  const more = Math.max(0, wanted - (to - from)) / 2;
  return [from - more, to + more];
}

/** What must be seen: the bulk of the points, and all of these places. A little wider. */
function reachOf(points: readonly Place[], places: readonly Place[]): Window {
  const range = (of: (place: Place) => number): [number, number] => {
    const values = [...bulk(points.map(of)), ...places.map(of)];
    const [low, high] = values.reduce(
      ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
      [Infinity, -Infinity],
    );
    const room = 0.04 * (high - low) || 1;
    return [low - room, high + room];
  };
  return { x: range(({ x }) => x), y: range(({ y }) => y) };
}

/** The part of the plane that a chart shows: a unit is as many pixels long on one axis as on the other. */
function windowOf(reach: Window, size: Size): Window & { readonly height: number; readonly unit: number } {
  const [least, most] = heights[size.name];
  const unit = Math.min(inside(size) / span(reach.x), most / span(reach.y));
  const height = Math.max(least, span(reach.y) * unit);
  return { x: widen(reach.x, inside(size) / unit), y: widen(reach.y, height / unit), height, unit };
}

/** The same part of the plane for every chart of it, by the name of its size. */
export function planeOf(points: readonly Place[], places: readonly Place[]) {
  const reach = reachOf(points, places);
  const [narrow, wide] = sizes.map((size) => windowOf(reach, size));
  return { narrow: narrow!, wide: wide! };
}

/** The part of the plane that charts show. */
export type Plane = ReturnType<typeof planeOf>;

/** Is it in the picture? */
export const isInside = ({ x, y }: Window, place: Place): boolean =>
  place.x >= x[0] && place.x <= x[1] && place.y >= y[0] && place.y <= y[1];

/** Frame and axes of a chart of the plane. */
export function planeFrame(plane: Plane, labels: { x: string; y: string }, size: Size): Plot.PlotOptions {
  const { x, y, height } = plane[size.name];
  const write = (value: number): string => String(value).replace('-', '−');
  return {
    ...frame(size, Math.round(height) + margins.top + margins.bottom),
    marginLeft: margins.left,
    marginTop: margins.top,
    marginRight: margins.right,
    x: {
      domain: [...x],
      ticks: ticks(size),
      tickFormat: write,
      label: labels.x,
      labelAnchor: 'center',
      labelArrow: 'none',
      labelOffset: 38,
    },
    y: { domain: [...y], ticks: 6, tickFormat: write, label: labels.y, labelArrow: 'none' },
  };
}
