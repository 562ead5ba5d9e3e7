import { adjustedRand, crossTable, recoveredClusters } from '../../../math/partitions.ts';
import { uniformStream } from '../../../math/random.ts';
import { nearestPlaces, toPoints } from '../hartigan.ts';
import { startingCentres } from '../seeds.ts';
import type { Position } from '../space.ts';

/** How well a partition of a sample is found again in resamples of it. */
export interface Stability {
  /** Adjusted Rand index of the sample's partition and each resample's, the median: 1 = the same every time. */
  readonly rand: number;
  /** By cluster, in the order of the centres: the mean over the resamples of its best Jaccard similarity. */
  readonly jaccard: readonly number[];
}

/** How stability is measured. */
export interface StabilityOptions {
  readonly seed: number;
  /** How many resamples. */
  readonly resamples: number;
}

/** A resample has as many rows as the sample, but at most this many. */
export const resampleRows = 1024;

/** Starts of k-means in each resample. */
const restarts = 3;

/** The middle one of an odd number of values, the mean of the middle two of an even one. */
function median(values: readonly number[]): number {
  const ordered = [...values].sort((a, b) => a - b);
  const half = ordered.length / 2;
  return (ordered[Math.ceil(half) - 1]! + ordered[Math.floor(half)]!) / 2;
}

/**
 * Bootstrap stability of the partition that centres make of a sample. A resample is drawn with replacement, by a stream
 * of the seed; k-means runs on it afresh, and its centres divide the sample a second time. The two partitions are
 * compared over all rows by the adjusted Rand index (Hubert & Arabie 1985); and cluster by cluster, over the rows that
 * were drawn, by the Jaccard similarity (Hennig 2007, section 3.1: below 0.6 a cluster should not be trusted, above 0.75
 * it is stable). `sample` and `centres` are positions in one space; k is the number of centres.
 */
export function measureStability(
  sample: readonly Position[],
  centres: readonly Position[],
  { seed, resamples }: StabilityOptions,
): Stability {
  const k = centres.length;
  const points = toPoints(sample);
  const own = nearestPlaces(points, centres);
  const size = Math.min(sample.length, resampleRows);
  const rounds = Array.from({ length: resamples }, (_, round) => {
    const next = uniformStream(seed, round);
    const drawn = Array.from({ length: size }, () => Math.floor(next() * sample.length));
    const again = startingCentres(
      drawn.map((i) => sample[i]!),
      k,
      { seed: seed + 1 + round, restarts },
    );
    const found = nearestPlaces(points, again);
    const rows = [...new Set(drawn)];
    const among = crossTable(
      rows.map((i) => own[i]!),
      rows.map((i) => found[i]!),
      k,
      again.length,
    );
    return { rand: adjustedRand(crossTable(own, found, k, again.length)), jaccard: recoveredClusters(among) };
  });
  return {
    rand: median(rounds.map((round) => round.rand)),
    jaccard: centres.map((_, c) => {
      const found = rounds.flatMap((round) => round.jaccard[c] ?? []);
      return found.reduce((sum, value) => sum + value, 0) / Math.max(found.length, 1);
    }),
  };
}
