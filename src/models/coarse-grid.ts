import type { Engine } from '../engine/engine.ts';
import { ModelError } from '../errors.ts';
import { relationName } from '../sql/relation.ts';
import { join, raw, sql, type Sql } from '../sql/sql.ts';
import { double, whole } from './literal.sql.ts';
import type { MatrixColumn } from './matrix.ts';

/** A bin is this many points wide: 4,096 of them make a grid. */
const width = 2 ** 18;
const bins = 2 ** 12;

/** The middle half of the values must span more than this many points. */
const fewest = 1_000_000;

/** Values between two points of a grid: how many there are, and the lowest and the highest. */
export interface GridBin {
  readonly rows: number;
  readonly low: number;
  readonly high: number;
}

/** Bins in order → the first one at or above a share of the rows. */
function binAt(ordered: readonly GridBin[], share: number): GridBin {
  const total = ordered.reduce((sum, bin) => sum + bin.rows, 0);
  let seen = 0;
  return ordered.find((bin) => (seen += bin.rows) >= share * total) ?? ordered.at(-1)!;
}

/**
 * The most points that the middle half of the values can span. Where half of the rows or more share one value
 * (customers without any), that value is set aside first. Null: there is one value only.
 */
export function middleHalf(ordered: readonly GridBin[]): number | null {
  const [lower, upper] = [binAt(ordered, 0.25), binAt(ordered, 0.75)];
  if (lower !== upper || lower.low < lower.high) return upper.high - lower.low;
  const rest = ordered.filter((bin) => bin !== lower);
  return rest.length === 0 ? null : middleHalf(rest);
}

function binsSql(table: string, columns: readonly number[]): Sql {
  const counted = columns.map((i) => {
    const u = raw(`u${i + 1}`);
    return sql`select ${whole(i)} as place, bin, count(*) as members, min(point) as low, max(point) as high
      from (select ${u} as point, floor(${u} / ${double(width)}) as bin from ${relationName(table)}) as binned
      group by bin`;
  });
  return sql`select place, members, low, high from (${join(counted, ' union all ')}) as counted order by place, bin`;
}

/**
 * Refuses a column of a working table whose grid is too coarse for the bulk of its values: the middle half spans fewer
 * than 10⁶ points, because a few absurd values stretch the range. Decimal grids round nothing and always pass.
 */
export async function refuseCoarseGrids(
  engine: Engine,
  model: string,
  table: string,
  columns: readonly MatrixColumn[],
): Promise<void> {
  const binary = columns.flatMap(({ grid }, i) => (grid.kind === 'binary' ? [i] : []));
  if (binary.length === 0) return;
  const shape = { place: 'integer', members: 'integer', low: 'integer', high: 'integer' } as const;
  const found = await engine.rows(binsSql(table, binary), shape, binary.length * (bins + 1));
  for (const i of binary) {
    const ordered = found
      .filter((row) => row.place === i)
      .map(({ members, low, high }): GridBin => ({ rows: members, low, high }));
    const span = middleHalf(ordered);
    if (span !== null && span < fewest) {
      // Which they are stays unsaid: each may be the figure of one person, and this is said in logs.
      const { name } = columns[i]!;
      throw new ModelError(`${model}: ${name} has a few values far from the rest; log1p or winsorise ${name}`);
    }
  }
}
