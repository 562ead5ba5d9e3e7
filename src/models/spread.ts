import type { Engine } from '../engine/engine.ts';
import { ModelError } from '../errors.ts';
import { join, literal, raw, sql, type Sql } from '../sql/sql.ts';
import type { Grid } from './grid.ts';
import { pointSql } from './grid.sql.ts';
import { whole } from './literal.sql.ts';

/** A bin is this many points wide: 4,096 of them make a grid. */
const width = 2 ** 18;
const bins = 2 ** 12;

/** The middle half of the values must span more than this many points. */
const fewest = 1_000_000;

/** Values between two points of a grid: how many there are, and the lowest and the highest. */
export interface SpreadBin {
  readonly rows: number;
  readonly low: number;
  readonly high: number;
}

/** Bins in order → the first one at or above a share of the rows. */
function binAt(ordered: readonly SpreadBin[], share: number): SpreadBin {
  const total = ordered.reduce((sum, bin) => sum + bin.rows, 0);
  let seen = 0;
  return ordered.find((bin) => (seen += bin.rows) >= share * total) ?? ordered.at(-1)!;
}

/**
 * The most points that the middle half of the values can span. Where half of the rows or more share one value (customers without
 * any), that value is set aside first. Null: there is one value only.
 */
export function middleHalf(ordered: readonly SpreadBin[]): number | null {
  const [lower, upper] = [binAt(ordered, 0.25), binAt(ordered, 0.75)];
  if (lower !== upper || lower.low < lower.high) return upper.high - lower.low;
  const rest = ordered.filter((bin) => bin !== lower);
  return rest.length === 0 ? null : middleHalf(rest);
}

function binsSql(values: Sql, columns: readonly { readonly i: number; readonly grid: Grid }[]): Sql {
  const counted = columns.map(({ i, grid }) => {
    const point = sql`cast(${pointSql(raw(`x${i + 1}`), grid)} as bigint)`;
    return sql`select ${literal(String(i))} as place, floor(point / ${whole(width)}.0) as bin, count(*) as members,
        min(point) as low, max(point) as high
      from (select ${point} as point from (${values}) as value_row) as point_row
      where point is not null
      group by bin`;
  });
  return sql`select place, members, low, high from (${join(counted, ' union all ')}) as counted order by place, bin`;
}

/**
 * Refuses a column whose grid is too coarse for the bulk of its values: the middle half spans fewer than 10⁶ points, because a few absurd
 * values stretch the range. Decimal grids round nothing and always pass.
 */
export async function refuseCoarseGrids(
  engine: Engine,
  model: string,
  values: Sql,
  columns: readonly { readonly name: string; readonly grid: Grid; readonly high: number }[],
): Promise<void> {
  const binary = columns.flatMap(({ grid }, i) => (grid.kind === 'binary' ? [{ i, grid }] : []));
  if (binary.length === 0) return;
  const shape = { place: 'text', members: 'integer', low: 'integer', high: 'integer' } as const;
  const found = await engine.rows(binsSql(values, binary), shape, binary.length * (bins + 1));
  for (const { i } of binary) {
    const ordered = found
      .filter((row) => row.place === String(i))
      .map(({ members, low, high }): SpreadBin => ({ rows: members, low, high }));
    const span = middleHalf(ordered);
    if (span !== null && span < fewest) {
      const { name, high } = columns[i]!;
      throw new ModelError(
        `${model}: ${name} has a few values far from the rest (up to ${high}); log1p or winsorise ${name}`,
      );
    }
  }
}
