import type { Points } from './hartigan.ts';

/** Candidates that each further centre is the best of: 2 + ⌊ln k⌋, as in scikit-learn. */
const trialsFor = (k: number): number => 2 + Math.floor(Math.log(k));

/** Squared distances of all points to one of them, where that is less than what they have. */
function nearer({ values, n, p }: Points, to: number, least: Float64Array): Float64Array {
  const next = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let j = 0; j < p; j++) {
      const difference = values[i * p + j]! - values[to * p + j]!;
      total += difference * difference;
    }
    next[i] = Math.min(total, least[i]!);
  }
  return next;
}

/** A point drawn with a chance in proportion to its weight. */
function draw(weights: Float64Array, total: number, at: number): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) if ((sum += weights[i]!) > at * total) return i;
  return weights.findLastIndex((weight) => weight > 0);
}

/**
 * Starting centres by k-means++ (Arthur & Vassilvitskii 2007, with the greedy trials of their section 7): the first is
 * any point, each further one drawn by its squared distance to the nearest so far; of a few drawn, the one that leaves
 * the least sum. The points must have at least k different rows. `next` gives numbers uniform on [0, 1).
 */
export function plusPlus(points: Points, k: number, next: () => number): number[][] {
  const { values, n, p } = points;
  const sumOf = (all: Float64Array): number => all.reduce((sum, value) => sum + value, 0);
  let chosen = Math.floor(next() * n);
  let least = nearer(points, chosen, new Float64Array(n).fill(Infinity));
  let total = sumOf(least);
  const indexes = [chosen];
  while (indexes.length < k) {
    let best: { at: number; least: Float64Array; total: number } | null = null;
    for (let trial = 0; trial < trialsFor(k); trial++) {
      const at = draw(least, total, next());
      const tried = nearer(points, at, least);
      const left = sumOf(tried);
      if (best === null || left < best.total) best = { at, least: tried, total: left };
    }
    ({ at: chosen, least, total } = best!);
    indexes.push(chosen);
  }
  return indexes.map((i) => [...values.subarray(i * p, (i + 1) * p)]);
}
