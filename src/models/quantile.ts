import type { Engine } from '../engine/engine.ts';
import { interpolate, quantilePosition } from '../math/quantile.ts';
import { orderStatisticsSql, presentSql } from './quantile.sql.ts';

/**
 * Quantiles of a column: linear between the two values next to the position (type 7), as pandas and NumPy have them to
 * the last bit.
 */
export async function readQuantiles(
  engine: Engine,
  relation: string,
  column: string,
  probabilities: readonly number[],
): Promise<{ n: number; quantiles: number[] }> {
  const [present] = await engine.rows(presentSql(relation, column), { n: 'integer' }, 1);
  const n = present!.n;
  if (n === 0) return { n, quantiles: [] };
  const places = probabilities.map((p) => quantilePosition(n, p));
  const positions = [...new Set(places.flatMap(({ below, above }) => [below, above]))];
  const shape = { position: 'integer', value: 'number' } as const;
  const rows = await engine.rows(orderStatisticsSql(relation, column, positions), shape, positions.length);
  const values = new Map(rows.map(({ position, value }) => [position, value]));
  return {
    n,
    quantiles: places.map(({ below, above, part }) => interpolate(values.get(below)!, values.get(above)!, part)),
  };
}
