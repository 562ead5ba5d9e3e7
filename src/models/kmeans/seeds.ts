import { uniformStream } from '../../math/random.ts';
import { hartigan, toPoints, type Partition } from './hartigan.ts';
import { plusPlus } from './plus-plus.ts';

/** Rows of the sample that one start is drawn from; the starts take turns through the sample. */
const slice = 1024;

/** Sweeps that every start gets over its part, and how many of the best go on to the end. */
const firstSweeps = 10;
const finalists = 10;

/** Rows without repetitions, in the order they first come in, up to a limit. */
function distinct(rows: readonly number[][], limit: number): number[][] {
  const found = new Map<string, number[]>();
  for (const row of rows) {
    if (found.size === limit) break;
    const key = row.join(' ');
    if (!found.has(key)) found.set(key, row);
  }
  return [...found.values()];
}

/** The part of a sample that a start is drawn from; all of it where a part has too few different rows. */
function turns(rows: number[][], k: number): number[][][] {
  const parts = Array.from({ length: Math.max(Math.floor(rows.length / slice), 1) }, (_, i) =>
    rows.slice(i * slice, (i + 1) * slice),
  );
  const rich = parts.filter((part) => distinct(part, k + 1).length > k);
  return rich.length === 0 ? [rows] : rich;
}

/**
 * Starting centres from a sample: the best of many k-means++ starts (Arthur & Vassilvitskii 2007). Each is drawn from a part of the sample and improved there
 * by moving single rows (Bradley & Fayyad 1998); the best on the whole sample are improved on it to the end. Fewer than k centres where the sample has fewer
 * different rows. The same sample and seed give the same centres.
 */
export function startingCentres(
  sample: readonly (readonly number[])[],
  k: number,
  { seed, restarts }: { readonly seed: number; readonly restarts: number },
): readonly (readonly number[])[] {
  const rows = sample.map((row) => [...row]);
  const different = distinct(rows, k + 1);
  if (different.length <= k) return different;
  const whole = toPoints(rows);
  const parts = turns(rows, k).map((part) => (part.length === rows.length ? whole : toPoints(part)));
  const begun = Array.from({ length: restarts }, (_, restart): Partition => {
    const part = parts[restart % parts.length]!;
    const start = hartigan(part, plusPlus(part, k, uniformStream(seed, restart)), firstSweeps);
    return part === whole ? start : hartigan(whole, start.centres, 0);
  });
  const best = begun.sort((a, b) => a.within - b.within).slice(0, finalists);
  return best
    .map((one) => (one.settled ? one : hartigan(whole, one.centres)))
    .reduce((least, one) => (one.within < least.within ? one : least)).centres;
}
