import type { Engine } from '../../engine/engine.ts';
import { chiSquareTail } from '../../math/distributions.ts';
import { ratio } from '../../math/exact.ts';
import type { Sql } from '../../sql/sql.ts';
import { placementSumsSql } from './compare-auc.sql.ts';

/** How far the areas under the ROC curves of two scores of the same rows lie apart. */
export interface AucDifference {
  /** Of the first less that of the second. */
  readonly difference: number;
  readonly error: number;
  /** Two-sided: that chance alone makes them differ as much. */
  readonly p: number;
}

/** Sample variance, divisor n − 1, of whole numbers. */
function variance(n: bigint, sum: bigint, squares: bigint): number {
  return n < 2n ? 0 : ratio(n * squares - sum * sum, n * (n - 1n));
}

/**
 * Compares the areas under the ROC curves of two scores of the same rows (DeLong, DeLong & Clarke-Pearson 1988): the difference of the mean placements
 * of the hits, and its error from how the placements of single hits and misses differ. Placements are counted in halves, so that all sums are exact.
 *
 * @param scored `first`, `second` (scores) and `hit` (boolean); hits and misses both
 */
export async function compareAuc(engine: Engine, scored: Sql): Promise<AucDifference> {
  const shape = { hit: 'boolean', n: 'bigint', sum: 'bigint', squares: 'bigint' } as const;
  const kinds = await engine.rows(placementSumsSql(scored), shape, 2);
  const [misses, hits] = [false, true].map((hit) => kinds.find((one) => one.hit === hit)!) as [
    (typeof kinds)[number],
    (typeof kinds)[number],
  ];
  const difference = ratio(hits.sum, 2n * hits.n * misses.n);
  const spread = (own: typeof hits, other: typeof hits): number =>
    variance(own.n, own.sum, own.squares) / Number(4n * other.n * other.n * own.n);
  const error = Math.sqrt(spread(hits, misses) + spread(misses, hits));
  return { difference, error, p: difference === 0 ? 1 : chiSquareTail((difference / error) ** 2, 1) };
}
