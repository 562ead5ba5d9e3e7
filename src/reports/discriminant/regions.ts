import type { Place, Window } from '../charts/plane.ts';
import type { PageClass } from './data.ts';

type Surface = NonNullable<PageClass['surface']>;

/** What it costs to put a place into a class. */
export const costAt = ([c, bx, by, xx, xy, yy]: Surface, { x, y }: Place): number =>
  c + bx * x + by * y + xx * x * x + xy * x * y + yy * y * y;

/** The class that costs least at a place; of equal ones the first. */
export function cheapestAt(surfaces: readonly Surface[], place: Place): number {
  let [best, least] = [0, Infinity];
  surfaces.forEach((surface, c) => {
    const cost = costAt(surface, place);
    if (cost < least) [best, least] = [c, cost];
  });
  return best;
}

/** By how much a class costs less than the cheapest other one; 0 on its border. */
export function leadOf(surfaces: readonly Surface[], index: number, place: Place): number {
  let least = Infinity;
  surfaces.forEach((surface, c) => {
    if (c !== index) least = Math.min(least, costAt(surface, place));
  });
  return least - costAt(surfaces[index]!, place);
}

/** The share of the places of a window at which each class costs least, by a grid. */
export function regionShares(surfaces: readonly Surface[], { x, y }: Window, steps = 120): number[] {
  const shares = surfaces.map(() => 0);
  const at = ([from, to]: readonly [number, number], i: number): number => from + ((i + 0.5) / steps) * (to - from);
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) shares[cheapestAt(surfaces, { x: at(x, i), y: at(y, j) })]! += 1 / (steps * steps);
  return shares;
}

/** Where two classes cost the same on the first function alone. */
function crossings([c, b, , a]: Surface, [c2, b2, , a2]: Surface): number[] {
  const [square, slope, rest] = [a - a2, b - b2, c - c2];
  if (Math.abs(square) < 1e-12 * (Math.abs(a) + Math.abs(a2))) return slope === 0 ? [] : [-rest / slope];
  const inside = slope * slope - 4 * square * rest;
  if (inside < 0) return [];
  const half = -(slope + Math.sign(slope || 1) * Math.sqrt(inside)) / 2;
  return half === 0 ? [0] : [half / square, rest / half];
}

/** The first function from one value to another, divided where another class begins to cost least; a class may come again. Exact. */
export function intervalsOf(
  surfaces: readonly Surface[],
  [low, high]: readonly [number, number],
): { index: number; from: number; to: number }[] {
  const cuts = surfaces
    .flatMap((one, i) => surfaces.slice(i + 1).flatMap((other) => crossings(one, other)))
    .filter((cut) => cut > low && cut < high)
    .sort((a, b) => a - b);
  const parts: { index: number; from: number; to: number }[] = [];
  [...cuts, high].forEach((to, i) => {
    const from = i === 0 ? low : cuts[i - 1]!;
    const index = cheapestAt(surfaces, { x: (from + to) / 2, y: 0 });
    const last = parts.at(-1);
    if (last?.index === index) last.to = to;
    else if (to > from) parts.push({ index, from, to });
  });
  return parts;
}
