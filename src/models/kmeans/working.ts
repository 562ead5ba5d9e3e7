import type { Engine } from '../../engine/engine.ts';
import { aboutMean, fixed, fixedToNumber, ratio } from '../../math/exact.ts';
import type { Sql } from '../../sql/sql.ts';
import { numbered } from '../literal.sql.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { spreadSql, workingSql } from './working.sql.ts';

/** Mean and standard deviation (divisor n) of each column of a working table, in points of its grid. */
export interface Spread {
  readonly n: number;
  readonly means: readonly number[];
  readonly deviations: readonly number[];
}

async function readSpread(engine: Engine, table: string, p: number): Promise<Spread> {
  const [sums, squares] = [numbered('s', p), numbered('q', p)];
  const shape = Object.fromEntries(['n', ...sums, ...squares].map((column) => [column, 'bigint'] as const));
  const [row] = await engine.rows(spreadSql(table, p), shape, 1);
  const n = row!['n']!;
  const divisor = n === 0n ? 1n : n;
  const variances = sums.map((s, j) => fixedToNumber(fixed(aboutMean(n, row![squares[j]!]!, row![s]!), divisor ** 2n)));
  return { n: Number(n), means: sums.map((s) => ratio(row![s]!, divisor)), deviations: variances.map(Math.sqrt) };
}

/** Writes the working table of a matrix and tells its spread. */
export async function writeWorking(
  engine: Engine,
  table: string,
  matrix: FeatureMatrix,
  where: Sql,
  money: string | null,
): Promise<Spread> {
  await engine.create(table, workingSql(matrix, where, money));
  return readSpread(engine, table, matrix.columns.length);
}
