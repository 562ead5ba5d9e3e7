import type { Chance, ClassificationTable } from '../classification-table.ts';
import type { ClassSource } from '../classes.sql.ts';
import type { Coding } from '../feature-set.ts';
import type { FeatureMatrix } from '../matrix.ts';
import type { Dropped } from '../model.ts';
import type { Classifier } from './classifier.ts';
import type { Shrinkage } from './covariances.ts';
import type { DiscriminantOptions } from './options.ts';
import type { ClassCovariance } from './quadratic.ts';
import type { SearchPoint } from './shrinkage-search.ts';
import type { DiscriminantStatistics } from './statistics.ts';
import type { Selection } from './stepwise/history.ts';
import type { Remark } from '../../text/remark.ts';

/** An F statistic and its test. */
export interface FStatistic {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/** Wilks' λ with its F test. */
export interface FTest extends FStatistic {
  readonly wilks: number;
}

/** A χ² test. */
export interface ChiSquareTest {
  readonly chiSquare: number;
  readonly df: number;
  readonly p: number;
}

/** A predictor that the analysis uses. Means and deviations are of the transformed values. */
export interface Predictor extends FTest {
  readonly predictor: string;
  /** Over all customers of the fit. */
  readonly mean: number;
  /** Within the classes, pooled: the square root of the mean square, divisor n − g. */
  readonly sd: number;
  /** 1 − R² on the other predictors within the classes. */
  readonly tolerance: number;
}

/**
 * A canonical discriminant function: score = constant + Σ raw·x. Its pooled variance within classes is 1, its mean over
 * all customers 0.
 */
export interface DiscriminantFunction {
  readonly eigenvalue: number;
  /** Share of the sum of the eigenvalues, 0 … 1. */
  readonly variance: number;
  readonly canonicalCorrelation: number;
  /** Of this function and all after it. */
  readonly test: ChiSquareTest & { readonly wilks: number };
  /** Rao's F of the same λ. */
  readonly rao: FStatistic;
  readonly constant: number;
  /** By predictor, in the order of `predictors`, as the next two. */
  readonly raw: readonly number[];
  readonly standardised: readonly number[];
  /** Pooled correlations within classes between predictor and function. */
  readonly structure: readonly number[];
  /** The same correlations over all customers. */
  readonly totalStructure: readonly number[];
}

/** A class. */
export interface DiscriminantClass {
  readonly class: string;
  readonly customers: number;
  readonly prior: number;
  readonly means: readonly number[];
  /** Standard deviations within the class, divisor n − 1; null where it has one customer. */
  readonly deviations: readonly (number | null)[];
  /** Mean scores on the discriminant functions. */
  readonly centroid: readonly number[];
  /**
   * Fisher's classification function: constant (with ln prior) and a coefficient by predictor. The class with the
   * largest value wins.
   */
  readonly fisher: { readonly constant: number; readonly coefficients: readonly number[] };
  /**
   * The same about the means and in standard deviations within classes: constant + Σ weight·(x − mean)/sd; what scores
   * use.
   */
  readonly scoring: { readonly constant: number; readonly weights: readonly number[] };
}

/** A table of rows that took no part in their own fit. */
export interface CrossValidated extends ClassificationTable {
  readonly method: 'folds' | 'leave_one_out';
  /** Null: each row by itself. */
  readonly folds: number | null;
  /**
   * Rows that, left out, cannot be put into their own class: it is empty without them, or its covariance singular. 0 by
   * folds.
   */
  readonly alone: number;
}

/** How each fold was put into the two classes by the fit of the others. */
export interface HeldOutFits {
  /** All predictors that were asked for: a fold may do without others than the whole. */
  readonly matrix: FeatureMatrix;
  /** Folds go by the values of the rows, not by their key. */
  readonly isNumbered: boolean;
  /** By fold; its classes are those of the analysis. Null: the others tell nothing apart. */
  readonly classifiers: readonly (Classifier | null)[];
}

/** What is computed from the moments alone. */
export interface DiscriminantAnalysis {
  readonly customers: number;
  readonly predictors: readonly Predictor[];
  readonly dropped: readonly Dropped[];
  /** How the predictors were chosen; null: not stepwise. */
  readonly selection: Selection | null;
  readonly classes: readonly DiscriminantClass[];
  readonly overall: FTest & { readonly chiSquare: ChiSquareTest };
  readonly functions: readonly DiscriminantFunction[];
  /** Pooled covariance and correlation within classes, by predictor. */
  readonly covariance: readonly (readonly number[])[];
  readonly correlation: readonly (readonly number[])[];
}

/** A discriminant analysis that classifies: plain, frozen, JSON-safe. How often it is right is not known. */
export interface LearntDiscriminant extends DiscriminantAnalysis {
  readonly model: 'discriminant';
  readonly asOf: string;
  readonly options: DiscriminantOptions;
  /** The predictors that are used, in the order of `predictors`. */
  readonly matrix: FeatureMatrix;
  readonly codings: readonly Coding[];
  readonly statistics: DiscriminantStatistics;
  /** The relation has `is_prospect`, so that scores can tell prospects. */
  readonly knowsProspects: boolean;
  /** How far covariances are drawn in: towards the pooled one (1: it is the pooled one), and towards variances alone. */
  readonly shrinkage: Shrinkage;
  /** Those of `covariance: separate` and `shrunk`, by class; null: the pooled one. */
  readonly classCovariances: readonly ClassCovariance[] | null;
  /** Every shrinkage that was tried, where it was chosen. */
  readonly search: readonly SearchPoint[] | null;
  /** Where the classes are. */
  readonly source: ClassSource;
}

/** A fitted discriminant analysis, and how often it is right. */
export interface FittedDiscriminant extends LearntDiscriminant {
  /** By the customers that were fitted: it flatters. */
  readonly resubstitution: ClassificationTable;
  /** By parts that were left out of their own fit. */
  readonly crossValidated: CrossValidated;
  /** Null: more than two classes, or each row was left out by itself. */
  readonly heldOut: HeldOutFits | null;
  readonly chance: Chance;
  /** What a reader should know besides what was dropped: classes that are empty or small, results that chance would give too. */
  readonly warnings: readonly Remark[];
}
