import type { Engine } from '../engine/engine.ts';
import { ModelError } from '../errors.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';
import type { FeatureScope, ModelColumn } from './feature-set.ts';
import { valuesSql } from './feature-set.sql.ts';
import { groupSizesSql, orderStatisticsSql } from './quantile.sql.ts';
import { whole } from './literal.sql.ts';

/** A column, and the share of its values at each end that is to be drawn in; null: none. */
export interface Wish {
  readonly column: ModelColumn;
  readonly share: number | null;
}

/** The values of the columns, as they are before anything is done to them: `cell, value`. */
function rawValues(scope: FeatureScope, wishes: readonly Wish[]): Sql {
  const columns = wishes.map(({ column }): ModelColumn => ({ ...column, transform: 'none', limits: null }));
  const values = valuesSql({ relation: scope.relation, key: scope.key, columns }, scope.where);
  const cells = columns.map((_, i) => sql`select ${whole(i)} as cell, ${raw(`x${i + 1}`)} as value from value_row`);
  return sql`with value_row as (${values}) ${join(cells, ' union all ')}`;
}

/**
 * Sets the limits of winsorised columns (Dixon 1960; Tukey & McLaughlin 1963): with g = ⌊share·n⌋ of n values, the g
 * lowest become the one above them, and the g highest the one below them. Limits are values that occur, so a column
 * keeps its decimals. They are frozen with the model: later values beyond them are drawn in alike. Refuses limits that
 * are not finite.
 */
export async function withLimits(engine: Engine, scope: FeatureScope, wishes: readonly Wish[]): Promise<ModelColumn[]> {
  const wanted = wishes.filter(({ share }) => share !== null);
  if (wanted.length === 0) return wishes.map(({ column }) => column);
  const rows = rawValues(scope, wanted);
  const sizes = await engine.rows(groupSizesSql(rows), { cell: 'integer', n: 'integer' }, wanted.length);
  const ends = new Map(
    sizes.map(({ cell, n }) => {
      const drawn = Math.floor(wanted[cell]!.share! * n);
      return [cell, [drawn, n - 1 - drawn]];
    }),
  );
  const positions = [...ends].flatMap(([cell, both]) => [...new Set(both)].map((position) => ({ cell, position })));
  const shape = { cell: 'integer', position: 'integer', value: 'number' } as const;
  const found =
    positions.length === 0 ? [] : await engine.rows(orderStatisticsSql(rows, positions), shape, 2 * wanted.length);
  return wishes.map(({ column, share }) => {
    const cell = wanted.findIndex((wish) => wish.column === column);
    const at = ends.get(cell);
    if (share === null || !at) return column;
    const [low, high] = at.map(
      (position) => found.find((row) => row.cell === cell && row.position === position)!.value,
    );
    if (!Number.isFinite(low) || !Number.isFinite(high)) {
      throw new ModelError(`${scope.model}: ${column.name} must be finite; more than its share at an end is not`);
    }
    return { ...column, limits: { low: low!, high: high! } };
  });
}
