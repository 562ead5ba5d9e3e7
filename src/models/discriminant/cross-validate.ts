import type { Engine } from '../../engine/engine.ts';
import { addTables, tableOf, type ClassificationTable } from '../classification-table.ts';
import type { FeatureMatrix } from '../matrix.ts';
import { withoutMoments, type GroupMoments } from '../moments.ts';
import { analyseSums, byClass, sumsOf, type Analysis, type Sums } from './analyse-moments.ts';
import { classifierOf, type Classifier } from './classifier.ts';
import { weighedSql } from './classifier.sql.ts';
import type { Shrinkage } from './covariances.ts';
import type { DiscriminantOptions } from './options.ts';
import { classifyRows } from './table.ts';
import { foldRowsSql } from './table.sql.ts';

/** A working table and what is in it: the columns `u1 … up`, and the classes that its numbers stand for. */
export interface Working {
  readonly table: string;
  readonly matrix: FeatureMatrix;
  readonly classes: readonly string[];
  /** Folds go by the values of the rows, not by their key. */
  readonly isNumbered: boolean;
}

/** How an analysis classifies rows of a working table. */
export const workingClassifier = ({ matrix }: Working, analysis: Analysis): Classifier =>
  classifierOf(
    analysis,
    matrix.columns.map((column) => column.grid),
    analysis.kept,
  );

/** Classifies the rows of a fold, or all, by an analysis. */
export function classify(
  engine: Engine,
  working: Working,
  analysis: Analysis,
  fold: number | null,
): Promise<ClassificationTable> {
  const costs = weighedSql(foldRowsSql(working.table, fold), workingClassifier(working, analysis), ['class']);
  const assigned = analysis.classes.map((one) => one.class);
  return classifyRows(engine, costs, working.classes, assigned);
}

/** The sums of all folds but one: the total less the fold's. Null where nothing can be told apart. */
export function sumsWithout({ matrix, classes }: Working, groups: readonly GroupMoments[], fold: number): Sums | null {
  const p = matrix.columns.length;
  const total = byClass(groups, classes.length, p, () => true);
  const held = byClass(groups, classes.length, p, (one) => one === fold);
  const rest = total.map((moments, c) => withoutMoments(moments, held[c]!));
  return sumsOf(rest, classes, matrix);
}

/** The table of rows that took no part in their own fit, and how each fold was classified; null: nothing could be told apart. */
export interface CrossValidation {
  readonly table: ClassificationTable;
  readonly classifiers: readonly (Classifier | null)[];
}

/**
 * Each fold classified by the fit of the others: their moments are the total without the fold's, so nothing is read
 * again but to classify. What the fit of all refused is dropped here.
 */
export async function crossValidate(
  engine: Engine,
  working: Working,
  groups: readonly GroupMoments[],
  options: DiscriminantOptions,
  shrinkage: Shrinkage,
): Promise<CrossValidation> {
  const { classes } = working;
  const lenient = options.singular === 'refuse' ? ({ ...options, singular: 'drop' } as const) : options;
  let table = tableOf(
    classes,
    classes.map(() => classes.map(() => 0)),
  );
  const classifiers: (Classifier | null)[] = [];
  for (let fold = 0; fold < options.folds; fold++) {
    const sums = sumsWithout(working, groups, fold);
    const analysis = sums && analyseSums(sums, lenient, shrinkage);
    classifiers.push(analysis && workingClassifier(working, analysis));
    if (analysis) table = addTables(table, await classify(engine, working, analysis, fold));
  }
  return { table, classifiers };
}
