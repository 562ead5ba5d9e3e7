import type { Place, Window } from '../charts/plane.ts';
import type { PageClass } from './data.ts';

/** Scores this far from a centroid, squared, hold nine tenths of a class: χ² of 1 and of 2 degrees of freedom. */
const nineTenths = { line: 2.705543454, plane: 4.605170186 } as const;

const at = ({ centroid }: PageClass): Place => ({ x: centroid[0] ?? 0, y: centroid[1] ?? 0 });

/** The edge of where nine tenths of a class lie, if its scores are normally distributed, as a closed line of points. */
export function ringOf(one: PageClass, points = 64): Place[] {
  const [xx, xy, yy] = one.spread;
  const first = Math.sqrt(Math.max(xx, 0));
  const shared = first === 0 ? 0 : xy / first;
  const own = Math.sqrt(Math.max(yy - shared * shared, 0));
  const radius = Math.sqrt(nineTenths.plane);
  const centre = at(one);
  return Array.from({ length: points }, (_, i) => {
    const angle = (2 * Math.PI * i) / points;
    const [u, v] = [radius * Math.cos(angle), radius * Math.sin(angle)];
    return { x: centre.x + first * u, y: centre.y + shared * u + own * v };
  });
}

/** The same of one function: from and to. */
export function intervalOf(one: PageClass): [number, number] {
  const reach = Math.sqrt(nineTenths.line * Math.max(one.spread[0], 0));
  return [at(one).x - reach, at(one).x + reach];
}

/** What is left of a convex polygon where `x·a + y·b + c ≥ 0`. */
function clip(polygon: readonly Place[], a: number, b: number, c: number): Place[] {
  const side = ({ x, y }: Place): number => a * x + b * y + c;
  return polygon.flatMap((to, i) => {
    const from = polygon[(i + polygon.length - 1) % polygon.length]!;
    const [before, after] = [side(from), side(to)];
    const share = before / (before - after);
    const crossing = { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
    if (before >= 0 !== after >= 0) return after >= 0 ? [crossing, to] : [crossing];
    return after >= 0 ? [to] : [];
  });
}

/**
 * Where each class is the most likely, as convex polygons within a window of the first two functions; the others are taken as zero. With one covariance for all
 * classes ln π + m′s − m′m/2 is largest for the most likely one (m the centroid, π the prior), so borders are straight: a class's territory is the window cut
 * along each of them. Empty: nowhere in the window.
 */
export function territoriesOf(classes: readonly PageClass[], { x, y }: Window): Place[][] {
  const window: Place[] = [
    { x: x[0], y: y[0] },
    { x: x[1], y: y[0] },
    { x: x[1], y: y[1] },
    { x: x[0], y: y[1] },
  ];
  const height = ({ prior, centroid }: PageClass): number =>
    Math.log(prior) - centroid.reduce((sum, value) => sum + value * value, 0) / 2;
  return classes.map((one) =>
    classes.reduce<Place[]>((left, other) => {
      if (other === one) return left;
      const [own, its] = [at(one), at(other)];
      return clip(left, own.x - its.x, own.y - its.y, height(one) - height(other));
    }, window),
  );
}

/** The area of a polygon. */
export const areaOf = (polygon: readonly Place[]): number =>
  Math.abs(
    polygon.reduce((sum, { x, y }, i) => {
      const next = polygon[(i + 1) % polygon.length]!;
      return sum + x * next.y - next.x * y;
    }, 0),
  ) / 2;
