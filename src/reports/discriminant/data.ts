import type { RowNoun } from '../../text/en/words.ts';
import type { ChiSquareTest, PageResponse } from '../response/data.ts';

/** A statistic with its F test. */
export interface FTest {
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly p: number;
}

/** A class. Classes are told by their place in the list of all. */
export interface PageClass {
  readonly name: string;
  readonly rows: number;
  readonly prior: number;
  /** By function. */
  readonly centroid: readonly number[];
  /** Covariance of the scores on the first two functions within the class, as it is classified by: `xx, xy, yy`. */
  readonly spread: readonly [number, number, number];
  /**
   * What it costs to put a place x, y of these functions into the class, ½D² + ½ln|Σ| − ln prior up to what all classes share, where each has a covariance of its
   * own: what 1, x, y, x², xy, y² are multiplied by; null: they share one.
   */
  readonly surface: readonly [number, number, number, number, number, number] | null;
}

/** A canonical discriminant function. */
export interface PageFunction {
  readonly eigenvalue: number;
  /** Of the sum of the eigenvalues, and of those up to this one. */
  readonly variance: number;
  readonly cumulative: number;
  readonly correlation: number;
  /** Of this function and all after it. */
  readonly wilks: number;
  readonly test: ChiSquareTest;
  readonly constant: number;
}

/** A predictor; the strongest on the first function first. */
export interface PagePredictor {
  readonly predictor: string;
  /** Of all rows. */
  readonly mean: number;
  readonly sd: number;
  /** By class; no deviation where it has one row. */
  readonly cells: readonly { readonly mean: number; readonly sd: number | null }[];
  readonly wilks: number;
  readonly test: FTest;
  readonly tolerance: number;
  /** By function, as the next two. */
  readonly standardised: readonly number[];
  readonly raw: readonly number[];
  /** Correlations with the functions, pooled within classes. */
  readonly structure: readonly number[];
}

/** Who was put where: rows are own classes, columns assigned ones. */
export interface PageTable {
  readonly counts: readonly (readonly number[])[];
  readonly hitRatio: number;
  /** By class; null: there are none to be right or wrong about. */
  readonly recall: readonly (number | null)[];
  readonly precision: readonly (number | null)[];
}

/** A pair of classes. */
export interface PagePair {
  readonly classes: readonly [number, number];
  readonly squaredDistance: number;
  readonly test: FTest;
}

/** Have the classes the same covariances? */
export interface PageBoxM {
  /** `note`: why the class takes no part in the test. */
  readonly classes: readonly {
    readonly name: string;
    readonly rank: number;
    readonly lnDeterminant: number | null;
    readonly note: string | null;
  }[];
  readonly pooled: { readonly rank: number; readonly lnDeterminant: number | null };
  readonly test: { readonly m: number; readonly chiSquare: ChiSquareTest; readonly f: FTest | null } | null;
  /** Why there is no test, or no F. */
  readonly reason: string | null;
}

/** A step of the choice of predictors. */
export interface PageStep {
  readonly step: number;
  readonly action: 'entered' | 'removed';
  readonly predictor: string;
  readonly count: number;
  readonly wilks: number;
  readonly test: FTest;
  readonly raoV: number;
  readonly nearest: { readonly classes: readonly [string, string]; readonly squaredDistance: number };
}

/** Everything that the page of one discriminant analysis shows, as plain data. */
export interface DiscriminantPage {
  /** The file or release it was fitted on. */
  readonly subject: string;
  readonly noun: RowNoun;
  /** `2026-11-20`; null: the data are of no day. */
  readonly asOf: string | null;
  /** The column that tells the classes. */
  readonly column: string;
  readonly kind: 'pooled' | 'separate' | 'shrunk';
  /** The classes share one covariance, so borders between them are straight. */
  readonly linear: boolean;
  readonly rows: number;
  readonly classes: readonly PageClass[];
  readonly predictors: readonly PagePredictor[];
  readonly functions: readonly PageFunction[];
  readonly overall: FTest & { readonly wilks: number };
  /** Four criteria of equal means, as they are named. */
  readonly multivariate: readonly {
    readonly criterion: 'wilks' | 'pillai' | 'hotellingLawley' | 'roy';
    readonly value: number;
    readonly f: number | null;
    readonly df1: number;
    readonly df2: number;
    readonly p: number | null;
  }[];
  /** Of a sample of the rows: the place of its class, and its scores on the first two functions. */
  readonly points: readonly { readonly class: number; readonly x: number; readonly y: number }[];
  readonly boxM: PageBoxM;
  /** How far covariances are drawn in, and what was tried; null: not at all. */
  readonly shrinkage: {
    readonly pooled: number;
    readonly diagonal: number;
    readonly tried: readonly {
      readonly pooled: number;
      readonly diagonal: number;
      readonly logPosterior: number | null;
      readonly hitRatio: number | null;
    }[];
  } | null;
  readonly pairs: readonly PagePair[];
  readonly fitted: PageTable;
  /** Of rows that took no part in their own fit; `folds` null: each by the fit of all others. */
  readonly heldOut: PageTable & { readonly folds: number | null };
  readonly chance: { readonly maximum: number; readonly proportional: number; readonly pressQ: ChiSquareTest };
  /** Null: not stepwise. */
  readonly selection: {
    readonly method: 'wilks' | 'mahalanobis' | 'rao';
    readonly enter: number;
    readonly remove: number;
    readonly steps: readonly PageStep[];
    readonly out: readonly {
      readonly predictor: string;
      readonly tolerance: number;
      readonly fToEnter: number | null;
    }[];
    readonly ended: string;
  } | null;
  /** Null: there are more than two classes. */
  readonly response: PageResponse | null;
  /** Sentences on what a reader should know. */
  readonly notes: readonly string[];
  readonly version: string;
}
