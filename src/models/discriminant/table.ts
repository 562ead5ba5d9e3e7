import type { Engine } from '../../engine/engine.ts';
import { tabulate } from '../../math/linear-algebra.ts';
import type { Sql } from '../../sql/sql.ts';
import { tableOf, type ClassificationTable } from '../classification-table.ts';
import { tableSql } from './table.sql.ts';

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
