import type { Engine } from '../../engine/engine.ts';
import { chiSquareTail } from '../../math/distributions.ts';
import { tabulate } from '../../math/linear-algebra.ts';
import type { Sql } from '../../sql/sql.ts';
import type { Chance, ClassificationTable } from './fitted.ts';

import { tableSql } from './table.sql.ts';

/** A table from its counts. */
export function tableOf(classes: readonly string[], counts: readonly (readonly number[])[]): ClassificationTable {
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const correct = counts.reduce((sum, row, i) => sum + row[i]!, 0);
  return { classes, counts, correct, total, hitRatio: total === 0 ? 0 : correct / total };
}

/** Two tables of the same classes, added up. */
export const addTables = (left: ClassificationTable, right: ClassificationTable): ClassificationTable =>
  tableOf(
    left.classes,
    left.counts.map((row, i) => row.map((count, j) => count + right.counts[i]![j]!)),
  );

/** What is counted of rows: their class, the place they are given, how many. */
interface Counted {
  readonly class: number;
  readonly place: number;
  readonly customers: number;
}

/**
 * A table of counts. `classes` are what the numbers 1 … g of the classes stand for, `assigned` what the places stand
 * for: some of them.
 */
export function tableOfCounts(
  counted: readonly Counted[],
  classes: readonly string[],
  assigned: readonly string[],
): ClassificationTable {
  const counts = tabulate(classes.length, classes.length, () => 0);
  for (const row of counted) counts[row.class - 1]![classes.indexOf(assigned[row.place - 1]!)]! += row.customers;
  return tableOf(classes, counts);
}

/** Counts where rows are put by their costs. */
export async function classifyRows(
  engine: Engine,
  costs: Sql,
  classes: readonly string[],
  assigned: readonly string[],
): Promise<ClassificationTable> {
  const shape = { class: 'integer', place: 'integer', customers: 'integer' } as const;
  const rows = await engine.rows(tableSql(costs, assigned.length), shape, classes.length * assigned.length);
  return tableOfCounts(rows, classes, assigned);
}

/**
 * What guessing would reach, and Press's Q: is the table better than that? Q = (N − correct·g)² / (N(g − 1)), to be
 * compared with χ² of 1 degree of freedom (Hair et al. 2010, ch. 7).
 */
export function chanceOf({ counts, correct, total }: ClassificationTable): Chance {
  const shares = counts.map((row) => (total === 0 ? 0 : row.reduce((sum, count) => sum + count, 0) / total));
  const g = shares.length;
  const chiSquare = total === 0 ? 0 : (total - correct * g) ** 2 / (total * (g - 1));
  return {
    maximum: Math.max(...shares),
    proportional: shares.reduce((sum, share) => sum + share * share, 0),
    pressQ: { chiSquare, df: 1, p: chiSquareTail(chiSquare, 1) },
  };
}
