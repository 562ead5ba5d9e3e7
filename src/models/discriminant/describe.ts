import type { Coding } from '../feature-set.ts';
import type { Dropped } from '../model.ts';
import type { Shrinkage } from './covariances.ts';
import type { Chance, ChiSquareTest, ClassificationTable, FittedDiscriminant, FTest } from './fitted.ts';
import { judgeTable, type TableJudgement } from './judge.ts';
import type { DiscriminantOptions } from './options.ts';
import type { ClassCovariance } from './quadratic.ts';
import type { SearchPoint } from './shrinkage-search.ts';

/** A predictor of the report, the strongest on the first function first. */
export interface PredictorRow extends FTest {
  readonly predictor: string;
  readonly tolerance: number;
  /** By function. */
  readonly standardised: readonly number[];
  readonly structure: readonly number[];
}

/** A discriminant function of the report. */
export interface FunctionRow {
  readonly eigenvalue: number;
  readonly variance: number;
  readonly cumulative: number;
  readonly canonicalCorrelation: number;
  readonly wilks: number;
  readonly test: ChiSquareTest;
}

/**
 * A class of the report. `recall`: share of its customers that are put in it; `precision`: share of those put in it
 * that belong there.
 */
export interface ClassRow {
  readonly class: string;
  readonly customers: number;
  readonly prior: number;
  readonly centroid: readonly number[];
  readonly recall: number;
  readonly precision: number;
}

/** A discriminant analysis as a report shows it. */
export interface DiscriminantReport {
  readonly customers: number;
  readonly overall: FittedDiscriminant['overall'];
  readonly predictors: readonly PredictorRow[];
  readonly dropped: readonly Dropped[];
  readonly functions: readonly FunctionRow[];
  readonly classes: readonly ClassRow[];
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
  return classes.map(({ class: label, customers, prior, centroid }) => {
    const { recall, precision } = judged.find((one) => one.class === label)!;
    return { class: label, customers, prior, centroid, recall, precision };
  });
};

/** The report of a fitted discriminant analysis. */
export function describeDiscriminant(fitted: FittedDiscriminant): DiscriminantReport {
  const { functions, matrix, options, chance, crossValidated } = fitted;
  const predictors = fitted.predictors.map(({ predictor, tolerance, wilks, f, df1, df2, p }, j): PredictorRow => ({
    predictor,
    tolerance,
    wilks,
    f,
    df1,
    df2,
    p,
    standardised: functions.map((one) => one.standardised[j]!),
    structure: functions.map((one) => one.structure[j]!),
  }));
  let cumulative = 0;
  return {
    customers: fitted.customers,
    overall: fitted.overall,
    predictors: predictors.sort((a, b) => Math.abs(b.structure[0] ?? 0) - Math.abs(a.structure[0] ?? 0)),
    dropped: fitted.dropped,
    functions: functions.map(({ eigenvalue, variance, canonicalCorrelation, test: { wilks, ...test } }) => {
      cumulative += variance;
      return { eigenvalue, variance, cumulative, canonicalCorrelation, wilks, test };
    }),
    classes: classRows(fitted),
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
    warnings: fitted.warnings,
  };
}
