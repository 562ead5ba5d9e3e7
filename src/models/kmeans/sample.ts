import type { Engine } from '../../engine/engine.ts';
import type { Sql } from '../../sql/sql.ts';
import { numbered } from '../literal.sql.ts';
import { sampleSql, sampledSql } from './sample.sql.ts';
import { positionOf, type Position, type Space } from './space.ts';

/** A hash sample of the customers: a table `member` (from 1), `u1 … up`, and the same rows as positions. */
export interface Sample {
  readonly table: string;
  readonly positions: readonly Position[];
}

/** Takes the hash sample of the rows of a matrix, at most `size` of them: once for all that is done with it. */
export async function takeSample(
  engine: Engine,
  table: string,
  rows: Sql,
  space: Space,
  size: number,
): Promise<Sample> {
  const columns = numbered('u', space.means.length);
  await engine.create(table, sampleSql(rows, columns.length, size));
  const shape = Object.fromEntries(columns.map((column) => [column, 'number'] as const));
  const read = await engine.rows(sampledSql(table, columns.length), shape, size);
  const positions = read.map((row) =>
    positionOf(
      columns.map((column) => row[column]!),
      space,
    ),
  );
  return { table, positions };
}
