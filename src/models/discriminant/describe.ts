import type { Rows } from '../../math/linear-algebra.ts';
import { judgeTable, type Chance, type ClassificationTable, type TableJudgement } from '../classification-table.ts';
import type { Coding } from '../feature-set.ts';
import type { Dropped } from '../model.ts';
import type { BoxM } from './box-m.ts';
import type { Shrinkage } from './covariances.ts';
import type { ChiSquareTest, DiscriminantClass, FittedDiscriminant, FStatistic, FTest } from './fitted.ts';
import type { MultivariateTests } from './manova.ts';
import type { Matrices } from './matrices.ts';
import type { DiscriminantOptions } from './options.ts';
import type { PairDistance } from './pairwise.ts';
import type { ClassCovariance } from './quadratic.ts';
import type { SearchPoint } from './shrinkage-search.ts';
import type { Selection } from './stepwise/history.ts';
import type { UnusedPredictor } from './unused.ts';
import { inEnglish } from '../../text/remark.ts';

/** A predictor of the report, the strongest on the first function first. */
export interface PredictorRow extends FTest {
  readonly predictor: string;
  readonly tolerance: number;
  /** Of all customers. */
  readonly mean: number;
  /** Pooled within classes (divisor n − g), and of all customers (divisor n − 1). */
  readonly sd: number;
  readonly totalSd: number;
  /** By function, as the next three: unstandardised coefficients. */
  readonly raw: readonly number[];
  readonly standardised: readonly number[];
  /** Correlations with the function, pooled within classes and over all customers. */
  readonly structure: readonly number[];
  readonly totalStructure: readonly number[];
}

/** A discriminant function of the report. */
export interface FunctionRow {
  readonly eigenvalue: number;
  readonly variance: number;
  readonly cumulative: number;
  readonly canonicalCorrelation: number;
  readonly wilks: number;
  /** Bartlett's χ² of λ, and Rao's F of it. */
  readonly test: ChiSquareTest;
  readonly rao: FStatistic;
  /** Of the unstandardised coefficients. */
  readonly constant: number;
}

/**
 * A class of the report. `recall`: share of its customers that are put in it; `precision`: share of those put in it
 * that belong there; null where there are none.
 */
export interface ClassRow {
  readonly class: string;
  readonly customers: number;
  readonly prior: number;
  readonly centroid: readonly number[];
  /** By predictor, in the order of `order`, as the next two. Deviations: null where the class has one customer. */
  readonly means: readonly number[];
  readonly deviations: readonly (number | null)[];
  readonly fisher: DiscriminantClass['fisher'];
  readonly recall: number | null;
  readonly precision: number | null;
}

/** A discriminant analysis as a report shows it. */
export interface DiscriminantReport {
  readonly customers: number;
  readonly overall: FittedDiscriminant['overall'];
  readonly multivariate: MultivariateTests;
  /** The predictors in the order of all lists by predictor, and of the rows and columns of matrices. */
  readonly order: readonly string[];
  readonly predictors: readonly PredictorRow[];
  readonly dropped: readonly Dropped[];
  readonly unused: readonly UnusedPredictor[];
  /** The history of the choice of predictors; null: not stepwise. */
  readonly selection: Selection | null;
  readonly functions: readonly FunctionRow[];
  readonly classes: readonly ClassRow[];
  readonly pairs: readonly PairDistance[];
  readonly boxM: BoxM;
  readonly matrices: Matrices & { readonly pooledCovariance: Rows; readonly pooledCorrelation: Rows };
  readonly codings: readonly Coding[];
  readonly missing: readonly {
    readonly predictor: string;
    readonly customers: number;
    readonly rule: 'mean' | 'listwise';
  }[];
  readonly resubstitution: ClassificationTable;
  readonly crossValidated: FittedDiscriminant['crossValidated'];
  readonly chance: Chance;
  /** What both tables are worth. */
  readonly judged: { readonly resubstitution: TableJudgement; readonly crossValidated: TableJudgement };
  /** By which covariances customers are put into classes, and how they were found. */
  readonly covariance: {
    readonly kind: DiscriminantOptions['covariance'];
    readonly shrinkage: Shrinkage;
    /** Empty: the shares were given. */
    readonly search: readonly SearchPoint[];
    /** Empty: the pooled one for all. */
    readonly classes: readonly ClassCovariance[];
  };
  /** The cross-validated hit ratio is at least a quarter above proportional chance (Hair et al. 2010). */
  readonly worthwhile: boolean;
  readonly warnings: readonly string[];
}

/** Classes with their recall and precision by the cross-validated table. */
const classRows = ({ classes, crossValidated }: FittedDiscriminant): ClassRow[] => {
  const judged = judgeTable(crossValidated).classes;
  return classes.map(({ class: label, customers, prior, centroid, means, deviations, fisher }) => {
    const { recall, precision } = judged.find((one) => one.class === label)!;
    return { class: label, customers, prior, centroid, means, deviations, fisher, recall, precision };
  });
};

/** The report of a fitted discriminant analysis. */
export function describeDiscriminant(fitted: FittedDiscriminant): DiscriminantReport {
  const { functions, matrix, options, chance, crossValidated, statistics } = fitted;
  const { matrices, multivariate, boxM, pairs, unused } = statistics;
  const predictors = fitted.predictors.map(
    ({ predictor, tolerance, mean, sd, wilks, f, df1, df2, p }, j): PredictorRow => ({
      predictor,
      tolerance,
      wilks,
      f,
      df1,
      df2,
      p,
      mean,
      sd,
      totalSd: Math.sqrt(matrices.totalCovariance[j]![j]!),
      raw: functions.map((one) => one.raw[j]!),
      standardised: functions.map((one) => one.standardised[j]!),
      structure: functions.map((one) => one.structure[j]!),
      totalStructure: functions.map((one) => one.totalStructure[j]!),
    }),
  );
  let cumulative = 0;
  return {
    customers: fitted.customers,
    overall: fitted.overall,
    multivariate,
    order: fitted.predictors.map((one) => one.predictor),
    predictors: predictors.sort((a, b) => Math.abs(b.structure[0] ?? 0) - Math.abs(a.structure[0] ?? 0)),
    dropped: fitted.dropped,
    unused,
    selection: fitted.selection,
    functions: functions.map(
      ({ eigenvalue, variance, canonicalCorrelation, test: { wilks, ...test }, rao, constant }) => {
        cumulative += variance;
        return { eigenvalue, variance, cumulative, canonicalCorrelation, wilks, test, rao, constant };
      },
    ),
    classes: classRows(fitted),
    pairs,
    boxM,
    matrices: { ...matrices, pooledCovariance: fitted.covariance, pooledCorrelation: fitted.correlation },
    codings: fitted.codings,
    missing: matrix.columns.flatMap(({ name, missing }) =>
      missing > 0 ? [{ predictor: name, customers: missing, rule: options.missing }] : [],
    ),
    resubstitution: fitted.resubstitution,
    crossValidated,
    chance,
    judged: { resubstitution: judgeTable(fitted.resubstitution), crossValidated: judgeTable(crossValidated) },
    covariance: {
      kind: options.covariance,
      shrinkage: fitted.shrinkage,
      search: fitted.search ?? [],
      classes: fitted.classCovariances ?? [],
    },
    worthwhile: crossValidated.hitRatio >= 1.25 * chance.proportional,
    warnings: inEnglish(fitted.warnings),
  };
}
