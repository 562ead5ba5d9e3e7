import { dot, tabulate, times } from './linear-algebra.ts';

/** A value of a function and its gradient there. */
export interface Slope {
  readonly value: number;
  readonly gradient: readonly number[];
}

/** A function of several numbers with its gradient; where it has no value, it is Infinity or NaN. */
export type Smooth = (at: readonly number[]) => Slope;

/** Where a search ended. */
export interface Minimum extends Slope {
  readonly at: readonly number[];
  readonly iterations: number;
  readonly converged: boolean;
  readonly reason: string;
}

/** When a search ends. */
export interface Limits {
  /** Converged: no element of the gradient is larger. */
  readonly tolerance: number;
  /** Most iterations. */
  readonly most: number;
  /** No element moves farther in one step. */
  readonly reach: number;
}

const largest = (vector: readonly number[]): number => Math.max(...vector.map(Math.abs));

const identity = (n: number, scale: number): number[][] => tabulate(n, n, (i, j) => (i === j ? scale : 0));

/** The inverse Hessian after a step s that changed the gradient by y (Broyden, Fletcher, Goldfarb, Shanno 1970). */
function update(inverse: readonly number[][], s: readonly number[], y: readonly number[]): number[][] {
  const curvature = dot(s, y);
  const through = times(inverse, y);
  const factor = (1 + dot(y, through) / curvature) / curvature;
  return tabulate(
    s.length,
    s.length,
    (i, j) => inverse[i]![j]! + factor * s[i]! * s[j]! - (through[i]! * s[j]! + s[i]! * through[j]!) / curvature,
  );
}

/** From this share of it on, a difference of two values is not of rounding alone, also where they are sums over a million rows. */
const rounding = 1e-12;

/**
 * A step along a direction that goes down enough (Armijo 1966), found by halving and by parabolas; null where none does. Where rounding hides whether the value
 * falls, a whole step after which the slope is flatter is taken (Hager & Zhang 2005, 4.1).
 */
function descend(f: Smooth, at: readonly number[], here: Slope, direction: readonly number[]) {
  const slope = dot(here.gradient, direction);
  const noise = rounding * Math.abs(here.value);
  for (let share = 1, tries = 0; tries < 40; tries++) {
    const next = at.map((value, i) => value + share * direction[i]!);
    if (next.every((value, i) => value === at[i])) return null;
    const there = f(next);
    const isLower = there.value <= here.value + 1e-4 * share * slope;
    const isFlatter =
      share === 1 && there.value <= here.value + noise && Math.abs(dot(there.gradient, direction)) <= -0.8 * slope;
    if (Number.isFinite(there.value) && (isLower || isFlatter)) return { next, there };
    const parabola = (-slope * share * share) / (2 * (there.value - here.value - slope * share));
    share = Number.isFinite(parabola) ? Math.min(Math.max(parabola, share / 10), share / 2) : share / 4;
  }
  return null;
}

/**
 * A local minimum of a smooth function of a few numbers: BFGS with a backtracking line search (Nocedal & Wright 2006, 6.1, 3.1), the whole matrix
 * kept. A direction that does not go down, or a step without curvature, begins anew from the gradient. It never claims to have converged
 * for having run out of iterations.
 *
 * @param metric the inverse Hessian at the start, where it is roughly known
 */
export function minimise(
  f: Smooth,
  start: readonly number[],
  { tolerance, most, reach }: Limits,
  metric: readonly number[][] | null = null,
): Minimum {
  const n = start.length;
  let at = start;
  let here = f(start);
  const end = (iterations: number, converged: boolean, reason: string): Minimum => ({
    ...{ at, ...here, iterations, converged, reason },
  });
  if (!Number.isFinite(here.value)) return end(0, false, 'the function has no value at the start');
  let inverse = metric;
  for (let iteration = 0; iteration < most; iteration++) {
    if (largest(here.gradient) <= tolerance) return end(iteration, true, 'the gradient vanishes');
    const shape = inverse ?? identity(n, 1 / Math.max(1, largest(here.gradient)));
    let direction = times(shape, here.gradient).map((value) => -value);
    if (!(dot(direction, here.gradient) < 0)) {
      inverse = null;
      direction = here.gradient.map((value) => -value);
    }
    const tooFar = largest(direction) / reach;
    if (tooFar > 1) direction = direction.map((value) => value / tooFar);
    const found = descend(f, at, here, direction);
    if (found === null) {
      if (inverse !== null) {
        inverse = null;
        continue;
      }
      return end(iteration, false, 'no step along the gradient goes down');
    }
    const s = found.next.map((value, i) => value - at[i]!);
    const y = found.there.gradient.map((value, i) => value - here.gradient[i]!);
    const curvature = dot(s, y);
    const isCurved = curvature > 1e-12 * Math.sqrt(dot(s, s) * dot(y, y));
    if (isCurved) inverse = update(inverse ?? identity(n, curvature / dot(y, y)), s, y);
    [at, here] = [found.next, found.there];
  }
  return end(most, largest(here.gradient) <= tolerance, `stopped after ${most} iterations`);
}

/** The matrix of second derivatives, by central differences of the gradient, made symmetric. */
export function hessian(f: Smooth, at: readonly number[], step = 1e-4): number[][] {
  const moved = at.map((_, i) => {
    const [up, down] = [step, -step].map((by) => f(at.map((value, j) => (i === j ? value + by : value))).gradient);
    return up!.map((value, j) => (value - down![j]!) / (2 * step));
  });
  return tabulate(at.length, at.length, (i, j) => (moved[i]![j]! + moved[j]![i]!) / 2);
}
