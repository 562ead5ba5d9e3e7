import { uniformStream } from '../../../math/random.ts';
import { hartigan, toPoints } from '../hartigan.ts';
import { startingCentres } from '../seeds.ts';
import type { Position } from '../space.ts';

/** The gap of one k, and its standard error s_k. */
export interface Gap {
  readonly k: number;
  readonly gap: number;
  readonly error: number;
}

/** How the gap is measured: the seed and the number B of reference data sets. */
export interface GapOptions {
  readonly seed: number;
  readonly references: number;
}

/** The gap is taken on the sample's first rows, at most this many; its references have as many. */
export const gapRows = 1024;

/** Starts of k-means on each data set. */
const restarts = 2;

/** A sum of squares this small a part of that about the mean is rounding. */
const nothing = 1e-20;

/** Logarithm of the least sum of squares found for k clusters; null where it is 0. */
function logWithin(rows: readonly Position[], k: number, seed: number): number | null {
  const points = toPoints(rows);
  const { within } = hartigan(points, startingCentres(rows, k, { seed, restarts }));
  return within > nothing * hartigan(points, rows.slice(0, 1)).within ? Math.log(within) : null;
}

/** Rows uniform over the box that the sample spans, feature by feature (choice (a) of the paper). */
function reference(rows: readonly Position[], next: () => number): Position[] {
  const ranges = (rows[0] ?? []).map((_, j) => {
    const values = rows.map((row) => row[j]!);
    return { low: Math.min(...values), width: Math.max(...values) - Math.min(...values) };
  });
  return rows.map(() => ranges.map(({ low, width }) => low + width * next()));
}

/**
 * The gap statistic (Tibshirani, Walther & Hastie 2001, eqs. 3 and 4; section 4): how much smaller ln W_k is than its
 * mean over B data sets without structure; s_k = sd·√(1 + 1/B), the sd with divisor B. W_k is the sum of squares within
 * k clusters. Null for a k whose sum of squares is 0. The paper takes the smallest k with gap(k) ≥ gap(k + 1) − s(k + 1).
 */
export function measureGaps(
  sample: readonly Position[],
  ks: readonly number[],
  { seed, references }: GapOptions,
): (Gap | null)[] {
  const rows = sample.slice(0, gapRows);
  const sets = Array.from({ length: references }, (_, b) => reference(rows, uniformStream(seed, -1 - b)));
  return ks.map((k) => {
    const own = logWithin(rows, k, seed);
    const others = sets.flatMap((set) => logWithin(set, k, seed) ?? []);
    if (own === null || others.length < references) return null;
    const mean = others.reduce((sum, value) => sum + value, 0) / references;
    const variance = others.reduce((sum, value) => sum + (value - mean) ** 2, 0) / references;
    return { k, gap: mean - own, error: Math.sqrt(variance * (1 + 1 / references)) };
  });
}
