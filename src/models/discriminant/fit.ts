import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { columnTypes, resolveFeatures } from '../feature-set.ts';
import { fitMatrix, keepColumns, type FeatureMatrix } from '../matrix.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { addMoments, noMoments, readMoments, withoutMoments, type GroupMoments, type Moments } from '../moments.ts';
import { refuseCoarseGrids } from '../spread.ts';
import { analyse } from './analyse.ts';
import { checkPriors, classSource, priorsOf, readClasses } from './classes.ts';
import type { ClassificationTable, DiscriminantAnalysis, FittedDiscriminant } from './fitted.ts';
import type { DiscriminantOptions } from './options.ts';
import { ruleOf } from './rule.ts';
import { scatterMatrices } from './scatter.ts';
import { addTables, chanceOf, classifyRows, tableOf } from './table.ts';
import { knownSql, workingSql } from './working.sql.ts';

/** Classes, folds and rows on their grids, while a fit lasts. */
const working = 'models.working_discriminant';

type Analysis = DiscriminantAnalysis & { readonly kept: readonly number[] };

/** The sums of each class, by its number from 0, over the folds that are asked for. */
function byClass(
  groups: readonly GroupMoments[],
  classes: number,
  p: number,
  inFold: (fold: number) => boolean,
): Moments[] {
  const sums = Array.from({ length: classes }, () => noMoments(p));
  for (const moments of groups) {
    const [number, fold] = moments.group as [number, number];
    if (inFold(fold)) sums[number - 1] = addMoments(sums[number - 1]!, moments);
  }
  return sums;
}

/** The analysis of moments by class, with the options of the fit; classes without customers are left out. */
function analyseMoments(
  moments: readonly Moments[],
  classes: readonly string[],
  matrix: FeatureMatrix,
  { priors, tolerance }: DiscriminantOptions,
): Analysis | null {
  const present = classes.flatMap((label, c) => (moments[c]!.n > 0n ? [{ class: label, ...moments[c]! }] : []));
  if (present.length < 2) return null;
  const scatter = scatterMatrices(
    present,
    matrix.columns.map((column) => column.grid),
  );
  const names = matrix.columns.map((column) => column.name);
  return analyse(scatter, names, priorsOf(priors, scatter.classes), tolerance);
}

/** Classifies the rows of a fold, or all, by an analysis. */
function classify(
  engine: Engine,
  analysis: Analysis,
  matrix: FeatureMatrix,
  classes: readonly string[],
  fold: number | null,
): Promise<ClassificationTable> {
  const rule = ruleOf(
    analysis,
    matrix.columns.map((column) => column.grid),
    analysis.kept,
  );
  const assigned = analysis.classes.map((one) => one.class);
  return classifyRows(engine, working, rule, classes, assigned, fold);
}

/**
 * Each fold classified by the fit of the others: their moments are the total without the fold's, so nothing is read
 * again but to classify.
 */
async function crossValidate(
  engine: Engine,
  groups: readonly GroupMoments[],
  classes: readonly string[],
  matrix: FeatureMatrix,
  options: DiscriminantOptions,
): Promise<ClassificationTable> {
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
    if (analysis) table = addTables(table, await classify(engine, analysis, matrix, classes, fold));
  }
  return table;
}

function explainNone(matrix: FeatureMatrix, customers: number, classes: number): ModelError {
  if (customers <= classes)
    return new ModelError(`discriminant: ${customers} customers for ${classes} classes are too few`);
  const names = matrix.columns.map((column) => column.name).join(', ');
  return new ModelError(`discriminant: no predictor varies within the classes (${names}); choose others`);
}

function warn(analysis: Analysis, classes: readonly string[]): string[] {
  const p = analysis.predictors.length;
  const present = analysis.classes.map((one) => one.class);
  return [
    ...classes
      .filter((label) => !present.includes(label))
      .map((label) => `class ${label} was left out: none of its customers has every predictor`),
    ...analysis.classes
      .filter((one) => one.customers <= p)
      .map((one) => `class ${one.class} has ${one.customers} customers for ${p} predictors; trust it little`),
  ];
}

/**
 * Linear discriminant analysis (Fisher 1936): what tells the classes apart, and to which class a customer most likely
 * belongs. One scan gives exact sums by class; means, scatter, tests, functions and cross-validation are small
 * matrices. Predictors that do not vary, or that follow from those before them, are dropped and named. Reads
 * `features.customer` or the relation given; the classes are a column of it, or the scores of k-means (`segment`) or
 * RFM (`rfm_segment`); customers without a class are not fitted, but scored. Throws `ConfigError` for names that are
 * not there, `ModelError` for one class, too few customers, or no usable predictor.
 */
export async function fitDiscriminant(
  engine: Engine,
  options: DiscriminantOptions,
  input: FitInput,
): Promise<FittedDiscriminant> {
  const { asOf, relation = 'features.customer', key = 'customer_id' } = input;
  const types = await columnTypes(engine, relation);
  const source = classSource(options.class, relation, key, [...types.keys()]);
  const classes = await readClasses(engine, source);
  checkPriors(options.priors, classes);
  const scope = { model: 'discriminant', relation, key, where: knownSql(source, key) };
  const features = await resolveFeatures(engine, options.predictors, scope, 'code');
  if (features.columns.length === 0) throw new ModelError('discriminant: every predictor is constant; choose others');
  const matrix = await fitMatrix(engine, features, scope, options.missing);
  try {
    await engine.create(working, workingSql(matrix, source, classes, options.folds));
    await refuseCoarseGrids(engine, 'discriminant', working, matrix.columns);
    const p = matrix.columns.length;
    const groups = await readMoments(engine, working, ['class', 'fold'], p, classes.length * options.folds);
    const moments = byClass(groups, classes.length, p, () => true);
    const analysis = analyseMoments(moments, classes, matrix, options);
    if (!analysis) throw explainNone(matrix, matrix.used, classes.length);
    const table = await classify(engine, analysis, matrix, classes, null);
    const crossValidated = await crossValidate(engine, groups, classes, matrix, options);
    const { kept, ...results } = analysis;
    return freezeDeep({
      model: 'discriminant',
      asOf,
      options,
      matrix: keepColumns(matrix, kept),
      codings: features.codings,
      knowsProspects: types.has('is_prospect'),
      ...results,
      resubstitution: table,
      crossValidated: { ...crossValidated, folds: options.folds },
      chance: chanceOf(table),
      warnings: warn(analysis, classes),
    });
  } finally {
    await engine.drop(working);
  }
}
