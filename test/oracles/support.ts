import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { Engine } from '../../src/engine/engine.ts';
import { literal, sql } from '../../src/sql/sql.ts';

const fixtures = fileURLToPath(new URL('fixtures/', import.meta.url));

/** A file of `fixtures/`. */
export const fixture = (file: string): string => join(fixtures, file);

/** The figures of a fixture. */
export const figures = (file: string): unknown => JSON.parse(readFileSync(fixture(file), 'utf8'));

/** The folder of real data that are not in the project; undefined where `BEZERO_DATASETS` is not set. */
export const datasets = process.env['BEZERO_DATASETS'];

/** A file of the folder of oracles beside the data; undefined where it is not there. */
export function oracle(file: string): string | undefined {
  const path = datasets === undefined ? undefined : join(datasets, '../oracles', file);
  return path !== undefined && existsSync(path) ? path : undefined;
}

/** Makes a table of a CSV file. */
export async function tableOf(engine: Engine, relation: string, file: string, types = ''): Promise<void> {
  await engine.create(relation, sql`select * from read_csv(${literal(file)}${{ parts: [types] }})`);
}

/**
 * The largest relative difference of two lists of figures (below 1e-300 all are 0); throws where they have not the same
 * length.
 */
export function difference(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) throw new Error(`${actual.length} figures; expected ${expected.length}`);
  return Math.max(
    ...actual.map((value, i) => Math.abs(value - expected[i]!) / Math.max(Math.abs(expected[i]!), 1e-300)),
  );
}

/** Rows as columns. */
export const transpose = (rows: readonly (readonly number[])[]): number[][] =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j]!));
