import type { Engine } from '../engine/engine.ts';
import { interpolate, quantilePosition } from '../math/quantile.ts';
import type { Sql } from '../sql/sql.ts';
import { groupSizesSql, orderStatisticsSql } from './quantile.sql.ts';

/** How many values there are, and their quantiles. */
export interface Quantiles {
  readonly n: number;
  readonly quantiles: readonly number[];
}

/**
 * Quantiles of the values of each group, by its number in ascending order: linear between the two values next to the position
 * (type 7), as pandas and NumPy have them to the last bit. `rows` is a select of `cell`, a whole number, and `value`.
 * Fetches at most 2 × probabilities × `groups` values; throws `EngineError` where there are more groups than that.
 */
export async function readGroupQuantiles(
  engine: Engine,
  rows: Sql,
  groups: number,
  probabilities: readonly number[],
): Promise<Map<number, Quantiles>> {
  const sizes = await engine.rows(groupSizesSql(rows), { cell: 'integer', n: 'integer' }, groups);
  if (sizes.length === 0) return new Map();
  const places = new Map(sizes.map(({ cell, n }) => [cell, probabilities.map((p) => quantilePosition(n, p))]));
  const positions = [...places].flatMap(([cell, wanted]) =>
    [...new Set(wanted.flatMap(({ below, above }) => [below, above]))].map((position) => ({ cell, position })),
  );
  const shape = { cell: 'integer', position: 'integer', value: 'number' } as const;
  const limit = 2 * probabilities.length * groups;
  const found = await engine.rows(orderStatisticsSql(rows, positions), shape, limit);
  const values = new Map(found.map(({ cell, position, value }) => [`${cell} ${position}`, value]));
  const valueAt = (cell: number, position: number): number => values.get(`${cell} ${position}`)!;
  return new Map(
    sizes.map(({ cell, n }) => {
      const quantiles = places
        .get(cell)!
        .map(({ below, above, part }) => interpolate(valueAt(cell, below), valueAt(cell, above), part));
      return [cell, { n, quantiles }];
    }),
  );
}
