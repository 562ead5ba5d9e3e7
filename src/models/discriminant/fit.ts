import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { rowsOf, type RowNoun } from '../../text/en/words.ts';
import { chanceOf } from '../classification-table.ts';
import { labelKnownSql } from '../classes.sql.ts';
import { classSource, readClasses } from '../classes.ts';
import { columnTypes, resolveFeatures, type Coding } from '../feature-set.ts';
import { fitMatrix, keepColumns, type FeatureMatrix } from '../matrix.ts';
import { freezeDeep, type Dropped, type FitInput, droppedFor } from '../model.ts';
import { readMoments, type GroupMoments, type Moments } from '../moments.ts';
import { refuseCoarseGrids } from '../coarse-grid.ts';
import { analyseSums, byClass, sumsOf, type Analysis } from './analyse-moments.ts';
import { classify, type Working } from './cross-validate.ts';
import type { Shrinkage } from './covariances.ts';
import type { FittedDiscriminant, LearntDiscriminant } from './fitted.ts';
import { isWithoutFolds } from './leave-one-out.ts';
import type { DiscriminantOptions } from './options.ts';
import { checkPriors } from './priors.ts';
import { remarksOf } from './remarks.ts';
import { shrinkageOf } from './shrinkage-search.ts';
import { statisticsOf } from './statistics.ts';
import { nothingEntered } from './stepwise/not-entered.ts';
import { validate } from './validate.ts';
import { doubtsOf } from './verdict.ts';
import { workingSql } from './working.sql.ts';
import { remark, type Remark } from '../../text/remark.ts';
import { workingTable } from '../../sql/working-table.ts';

/** Why there is no analysis of these moments by class, or one without predictors. */
function explainNone(
  moments: readonly Moments[],
  matrix: FeatureMatrix,
  options: DiscriminantOptions,
  analysis: Analysis | null,
  row: RowNoun,
): ModelError {
  const present = moments.filter(({ n }) => n > 0n);
  if (present.length < 2) {
    return new ModelError(
      `discriminant: only one class has ${rowsOf[row]} with every predictor; use missing: mean or fewer predictors`,
    );
  }
  if (matrix.used <= present.length) {
    return new ModelError(`discriminant: ${matrix.used} ${rowsOf[row]} for ${present.length} classes are too few`);
  }
  if (analysis?.selection && analysis.selection.start.length > 0)
    return new ModelError(nothingEntered(analysis.selection));
  const names = matrix.columns.map((column) => column.name).join(', ');
  return new ModelError(
    options.covariance === 'pooled'
      ? `discriminant: no predictor varies within the classes (${names}); choose others`
      : `discriminant: no predictor varies within every class (${names}); use covariance: pooled or singular: shrink, or choose others`,
  );
}

/** Text and yes/no predictors with one level: they make no column. */
const constantCodings = (codings: readonly Coding[]): Dropped[] =>
  codings
    .filter(({ levels }) => levels.length === 0)
    .map(({ column, reference }) => droppedFor(column, { code: reference === null ? 'empty' : 'constant' }));

/** What a reader should know of the classes. */
function warn(analysis: Analysis, classes: readonly string[], row: RowNoun): Remark[] {
  const p = analysis.predictors.length;
  const present = analysis.classes.map((one) => one.class);
  return [
    ...classes.filter((label) => !present.includes(label)).map((label) => remark('classEmpty', { class: label, row })),
    ...analysis.classes
      .filter((one) => one.customers <= p)
      .map((one) => remark('classSmall', { class: one.class, rows: one.customers, predictors: p, row })),
  ];
}

/** In how many parts the rows of a fit are read. */
const partsOf = (options: DiscriminantOptions): number => (isWithoutFolds(options) ? 1 : options.folds);

/** What an analysis was made from, while its rows are there. */
interface Ground {
  readonly working: Working;
  readonly groups: readonly GroupMoments[];
  readonly analysis: Analysis;
  /** As asked or chosen, before what a singular covariance needs. */
  readonly shrinkage: Shrinkage;
}

/**
 * Discriminant analysis, linear (Fisher 1936), quadratic or regularised (Friedman 1989): what tells the classes apart,
 * and to which class a customer most likely belongs. One scan gives exact sums by class; means, scatter, tests,
 * functions and the fits of the cross-validation are small matrices, and rows are read again only to classify them.
 * Predictors that do not vary, or that follow from those before them, are dropped and named, or kept or refused as
 * `singular` says. Reads
 * `features.customer` or the relation given; the classes are a column of it, or the scores of k-means (`segment`) or
 * RFM (`rfm_segment`); customers without a class are not fitted, but scored. Throws `ConfigError` for names that are
 * not there, `ModelError` for one class, too few customers, or no usable predictor.
 */
export function fitDiscriminant(
  engine: Engine,
  options: DiscriminantOptions,
  input: FitInput,
): Promise<FittedDiscriminant> {
  const { row = 'customer' } = input;
  return analyse(engine, options, input, partsOf(options), async (learnt, { working, groups, analysis, shrinkage }) => {
    const resubstitution = await classify(engine, working, analysis, null);
    const { crossValidated, heldOut } = await validate(engine, working, groups, options, analysis);
    const chance = chanceOf(resubstitution);
    const warnings = [
      ...warn(analysis, working.classes, row),
      ...remarksOf(analysis, options, crossValidated, shrinkage, row),
      ...doubtsOf(analysis, crossValidated, chance, row),
    ];
    return { ...learnt, resubstitution, crossValidated, heldOut, chance, warnings };
  });
}

/** The same, but no row is classified: for those who measure on other rows how often it is right. */
export const learnDiscriminant = (
  engine: Engine,
  options: DiscriminantOptions,
  input: FitInput,
): Promise<LearntDiscriminant> =>
  analyse(engine, options, input, partsOf({ ...options, validation: 'leave_one_out' }), (learnt) =>
    Promise.resolve(learnt),
  );

async function analyse<T>(
  engine: Engine,
  options: DiscriminantOptions,
  input: FitInput,
  folds: number,
  use: (learnt: LearntDiscriminant, ground: Ground) => Promise<T>,
): Promise<T> {
  const { asOf, relation = 'features.customer', key = 'customer_id', row = 'customer' } = input;
  const types = await columnTypes(engine, relation);
  const source = input.classes ?? classSource('discriminant', options.class, relation, key, [...types.keys()]);
  const classes = await readClasses(engine, 'discriminant', source);
  checkPriors(options.priors, classes);
  const scope = { model: 'discriminant', relation, key, where: labelKnownSql({ relation, key }, source) };
  const features = await resolveFeatures(engine, options.predictors, scope, 'code');
  if (features.columns.length === 0) throw new ModelError('discriminant: every predictor is constant; choose others');
  const matrix = await fitMatrix(engine, features, scope, options.missing);
  // Classes, folds and rows on their grids.
  const table = workingTable('discriminant');
  try {
    const { isNumbered = false } = input;
    await engine.create(table, workingSql(matrix, source, classes, folds, isNumbered));
    await refuseCoarseGrids(engine, 'discriminant', table, matrix.columns);
    const p = matrix.columns.length;
    const groups = await readMoments(engine, table, ['class', 'fold'], p, classes.length * folds);
    const moments = byClass(groups, classes.length, p, () => true);
    const working = { table, matrix, classes, isNumbered };
    const sums = sumsOf(moments, classes, matrix);
    const { shrinkage, search } = await shrinkageOf(engine, working, groups, options);
    const analysis = sums && analyseSums(sums, options, shrinkage);
    if (!analysis || analysis.kept.length === 0) throw explainNone(moments, matrix, options, analysis, row);
    const { kept, given: _, dropped, mended: __, ...results } = analysis;
    const learnt: LearntDiscriminant = {
      model: 'discriminant',
      asOf,
      options,
      matrix: keepColumns(matrix, kept),
      codings: features.codings,
      knowsProspects: types.has('is_prospect'),
      ...results,
      dropped: [...constantCodings(features.codings), ...dropped],
      statistics: statisticsOf(
        analysis,
        matrix.columns.map((column) => column.name),
      ),
      search,
      source,
    };
    return freezeDeep(await use(learnt, { working, groups, analysis, shrinkage }));
  } finally {
    await engine.drop(table);
  }
}
