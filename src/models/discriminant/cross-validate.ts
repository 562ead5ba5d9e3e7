import type { Engine } from '../../engine/engine.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { withoutMoments, type GroupMoments } from '../moments.ts';
import { analyseMoments, byClass, type Analysis } from './analyse-moments.ts';
import type { ClassificationTable } from './fitted.ts';
import type { DiscriminantOptions } from './options.ts';
import { ruleOf } from './rule.ts';
import { addTables, classifyRows, tableOf } from './table.ts';

/** A working table and what is in it: the columns `u1 … up`, and the classes that its numbers stand for. */
export interface Working {
  readonly table: string;
  readonly matrix: FeatureMatrix;
  readonly classes: readonly string[];
}

/** Classifies the rows of a fold, or all, by an analysis. */
export function classify(
  engine: Engine,
  { table, matrix, classes }: Working,
  analysis: Analysis,
  fold: number | null,
): Promise<ClassificationTable> {
  const grids = matrix.columns.map((column) => column.grid);
  const assigned = analysis.classes.map((one) => one.class);
  return classifyRows(engine, table, ruleOf(analysis, grids, analysis.kept), classes, assigned, fold);
}

/**
 * Each fold classified by the fit of the others: their moments are the total without the fold's, so nothing is read
 * again but to classify.
 */
export async function crossValidate(
  engine: Engine,
  working: Working,
  groups: readonly GroupMoments[],
  options: DiscriminantOptions,
): Promise<ClassificationTable> {
  const { matrix, classes } = working;
  const p = matrix.columns.length;
  const total = byClass(groups, classes.length, p, () => true);
  let table = tableOf(
    classes,
    classes.map(() => classes.map(() => 0)),
  );
  for (let fold = 0; fold < options.folds; fold++) {
    const held = byClass(groups, classes.length, p, (one) => one === fold);
    const rest = total.map((moments, c) => withoutMoments(moments, held[c]!));
    const analysis = analyseMoments(rest, classes, matrix, options);
    if (analysis) table = addTables(table, await classify(engine, working, analysis, fold));
  }
  return table;
}
