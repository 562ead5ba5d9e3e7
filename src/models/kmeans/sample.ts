import type { Engine } from '../../engine/engine.ts';
import type { Sql } from '../../sql/sql.ts';
import { numbered } from '../literal.sql.ts';
import { sampleSql, sampledSql } from './sample.sql.ts';
import { positionOf, type Position, type Space } from './space.ts';

/** A hash sample of the customers: a table `member` (from 1), `u1 … up`, and the same rows as positions. */
export interface Sample {
  readonly table: string;
  readonly positions: readonly Position[];
  /** Further samples, of the rows that come next; and all rows of all samples together. */
  readonly others: readonly (readonly Position[])[];
  readonly pool: readonly Position[];
}

/** How many further samples there are, and how many rows each has at most. */
const further = { samples: 2, rows: 4096 } as const;

/** The further samples, as large as they can be: where rows are few, they overlap with others, so that every row read is in one. */
function furtherSamples(positions: readonly Position[], size: number): (readonly Position[])[] {
  const rows = Math.min(size, further.rows);
  const last = positions.length - rows;
  const starts = Array.from({ length: further.samples }, (_, i) => Math.min(size + i * rows, last));
  return [...new Set(starts)].filter((start) => start > 0).map((start) => positions.slice(start, start + rows));
}

/** Takes the hash sample of the rows of a matrix, at most `size` of them, and further ones: once for all that is done with them. */
export async function takeSample(
  engine: Engine,
  table: string,
  rows: Sql,
  space: Space,
  size: number,
  isNumbered: boolean,
): Promise<Sample> {
  const columns = numbered('u', space.means.length);
  const limit = size + further.samples * Math.min(size, further.rows);
  await engine.create(table, sampleSql(rows, columns.length, limit, isNumbered));
  const shape = Object.fromEntries(columns.map((column) => [column, 'number'] as const));
  const read = await engine.rows(sampledSql(table, columns.length), shape, limit);
  const positions = read.map((row) =>
    positionOf(
      columns.map((column) => row[column]!),
      space,
    ),
  );
  return { table, positions: positions.slice(0, size), others: furtherSamples(positions, size), pool: positions };
}
