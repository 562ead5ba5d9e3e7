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

/** A step along a direction that goes down enough (Armijo 1966), found by halving and by parabolas; null where none does. */
function descend(f: Smooth, at: readonly number[], here: Slope, direction: readonly number[]) {
  const slope = dot(here.gradient, direction);
  // Near the end a whole step may change the value by less than its rounding.
  const noise = 4e-16 * Math.abs(here.value);
  for (let share = 1, tries = 0; tries < 40; tries++) {
    const next = at.map((value, i) => value + share * direction[i]!);
    if (next.every((value, i) => value === at[i])) return null;
    const there = f(next);
    if (Number.isFinite(there.value) && there.value <= here.value + 1e-4 * share * slope + (share === 1 ? noise : 0))
      return { next, there };
    const parabola = (-slope * share * share) / (2 * (there.value - here.value - slope * share));
    share = Number.isFinite(parabola) ? Math.min(Math.max(parabola, share / 10), share / 2) : share / 4;
  }
  return null;
}

/**
 * A local minimum of a smooth function of a few numbers: BFGS with a backtracking line search (Nocedal & Wright 2006, 6.1, 3.1), the whole matrix
 * kept. A direction that does not go down, or a step without curvature, begins anew from the gradient. It never claims to have converged
 * for having run out of iterations.
 */
export function minimise(f: Smooth, start: readonly number[], { tolerance, most, reach }: Limits): Minimum {
  const n = start.length;
  let at = start;
  let here = f(start);
  const end = (iterations: number, converged: boolean, reason: string): Minimum => ({
    ...{ at, ...here, iterations, converged, reason },
  });
  if (!Number.isFinite(here.value)) return end(0, false, 'the function has no value at the start');
  let inverse: number[][] | null = null;
  for (let iteration = 0; iteration < most; iteration++) {
    if (largest(here.gradient) <= tolerance) return end(iteration, true, 'the gradient vanishes');
    const metric: readonly number[][] = inverse ?? identity(n, 1 / Math.max(1, largest(here.gradient)));
    let direction = times(metric, here.gradient).map((value) => -value);
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
