import type { FittedDiscriminant } from '../../src/models/discriminant/fitted.ts';
import { transpose } from './support.ts';

/** R writes the one column of a matrix as plain numbers. */
interface Matrix {
  readonly values: readonly (readonly number[] | number)[];
}

interface Criterion {
  readonly statistic: number;
  readonly approx_F: number;
  readonly num_df: number;
  readonly den_df: number;
  readonly p_value: number;
}

interface Functions {
  readonly constant: number[];
  readonly coefficients: Matrix;
}

/** The figures of R's MASS::lda, manova and Box's M that follow from the moments by class; see fixtures/README.md. */
export interface Oracle {
  readonly class_column: string;
  readonly features: string[];
  readonly group_counts: Record<string, number>;
  readonly grand_mean: Record<string, number>;
  readonly group_means: Matrix;
  readonly pooled_within_covariance: Matrix;
  readonly group_covariances: Record<string, Matrix>;
  readonly W_sscp: Matrix;
  readonly B_sscp: Matrix;
  readonly T_sscp: Matrix;
  readonly manova: Record<'wilks' | 'pillai' | 'hotelling_lawley' | 'roy', Criterion>;
  readonly univariate: { wilks_lambda: number; F: number; df1: number; df2: number; p_value: number }[];
  readonly eigenvalues: number[] | number;
  readonly proportion_of_trace: number[] | number;
  readonly canonical_correlations: number[] | number;
  readonly tests_of_functions: { wilks_lambda: number; chi_square: number; df: number; p_value: number }[];
  readonly unstandardised_coefficients: Matrix;
  readonly unstandardised_constants: number[] | number;
  readonly standardised_coefficients: Matrix;
  readonly structure_pooled_within: Matrix;
  readonly structure_total: Matrix;
  readonly group_centroids: Matrix;
  readonly pairwise: {
    a: string;
    b: string;
    mahalanobis_d2: number;
    F: number;
    df1: number;
    df2: number;
    p_value: number;
  }[];
  readonly classification_functions_proportional: Functions;
  readonly classification_functions_equal: Functions;
  readonly box_m: Record<
    'M' | 'ln_det_pooled' | 'c1' | 'c2' | 'chi_square' | 'chi_df' | 'chi_p' | 'F' | 'F_df1' | 'F_df2' | 'F_p',
    number
  > & { readonly ln_det_groups: Record<string, number> };
  readonly chance: Record<'proportional_chance' | 'maximum_chance' | 'press_q' | 'press_q_p', number>;
}

/** Figures of one kind: what was computed, and what R has. */
export type Pair = readonly [actual: readonly number[], expected: readonly number[]];

const flat = ({ values }: Matrix): number[] => values.flat();
const list = (values: number[] | number): number[] => [values].flat();
const byPredictor = (rows: readonly (readonly number[])[]): number[] => transpose(rows).flat();

/** The figures of a fit beside those of R, by kind. */
export function compared(fitted: FittedDiscriminant, expected: Oracle): Record<string, Pair> {
  const { statistics, functions, classes, predictors, covariance } = fitted;
  const { matrices, multivariate, boxM, pairs } = statistics;
  const { test, pooled } = boxM;
  const criterion = (name: 'wilks' | 'pillai' | 'hotellingLawley' | 'roy', key: keyof Oracle['manova']): Pair => {
    const { value, f, df1, df2, p } = multivariate[name];
    const one = expected.manova[key];
    return [
      [value, f!, df1, df2, p!],
      [one.statistic, one.approx_F, one.num_df, one.den_df, one.p_value],
    ];
  };
  const { box_m: box, chance } = expected;
  return {
    counts: [classes.map((one) => one.customers), Object.values(expected.group_counts)],
    means: [predictors.map((one) => one.mean), Object.values(expected.grand_mean)],
    'means by class': [classes.flatMap((one) => one.means), flat(expected.group_means)],
    'pooled covariance': [covariance.flat(), flat(expected.pooled_within_covariance)],
    'covariances by class': [
      matrices.classCovariances.flatMap((one) => one.covariance!.flat()),
      Object.values(expected.group_covariances).flatMap(flat),
    ],
    W: [matrices.withinSscp.flat(), flat(expected.W_sscp)],
    B: [matrices.betweenSscp.flat(), flat(expected.B_sscp)],
    T: [matrices.totalSscp.flat(), flat(expected.T_sscp)],
    Wilks: criterion('wilks', 'wilks'),
    'Wilks, overall': [
      [fitted.overall.wilks, fitted.overall.f, fitted.overall.p],
      [expected.manova.wilks.statistic, expected.manova.wilks.approx_F, expected.manova.wilks.p_value],
    ],
    chance: [
      [fitted.chance.proportional, fitted.chance.maximum, fitted.chance.pressQ.chiSquare, fitted.chance.pressQ.p],
      [chance.proportional_chance, chance.maximum_chance, chance.press_q, chance.press_q_p],
    ],
    Pillai: criterion('pillai', 'pillai'),
    'Hotelling-Lawley': criterion('hotellingLawley', 'hotelling_lawley'),
    Roy: criterion('roy', 'roy'),
    univariate: [
      predictors.flatMap((one) => [one.wilks, one.f, one.df1, one.df2, one.p]),
      expected.univariate.flatMap((one) => [one.wilks_lambda, one.F, one.df1, one.df2, one.p_value]),
    ],
    eigenvalues: [functions.map((one) => one.eigenvalue), list(expected.eigenvalues)],
    variance: [functions.map((one) => one.variance), list(expected.proportion_of_trace)],
    correlations: [functions.map((one) => one.canonicalCorrelation), list(expected.canonical_correlations)],
    functions: [
      functions.flatMap((one) => [one.test.wilks, one.test.chiSquare, one.test.df, one.test.p]),
      expected.tests_of_functions.flatMap((one) => [one.wilks_lambda, one.chi_square, one.df, one.p_value]),
    ],
    'raw coefficients': [byPredictor(functions.map((one) => one.raw)), flat(expected.unstandardised_coefficients)],
    constants: [functions.map((one) => one.constant), list(expected.unstandardised_constants)],
    'standardised coefficients': [
      byPredictor(functions.map((one) => one.standardised)),
      flat(expected.standardised_coefficients),
    ],
    'structure within': [byPredictor(functions.map((one) => one.structure)), flat(expected.structure_pooled_within)],
    'structure total': [byPredictor(functions.map((one) => one.totalStructure)), flat(expected.structure_total)],
    centroids: [classes.flatMap((one) => one.centroid), flat(expected.group_centroids)],
    pairs: [
      pairs.flatMap((one) => [one.squaredDistance, one.f, one.df1, one.df2, one.p]),
      expected.pairwise.flatMap((one) => [one.mahalanobis_d2, one.F, one.df1, one.df2, one.p_value]),
    ],
    'Box’s M': [
      [test!.m, test!.c1, test!.c2, pooled.lnDeterminant!, ...boxM.classes.map((one) => one.lnDeterminant!)],
      [box.M, box.c1, box.c2, box.ln_det_pooled, ...Object.values(box.ln_det_groups)],
    ],
    'Box’s χ²': [
      [test!.chiSquare.chiSquare, test!.chiSquare.df, test!.chiSquare.p],
      [box.chi_square, box.chi_df, box.chi_p],
    ],
    'Box’s F': [
      [test!.f!.f, test!.f!.df1, test!.f!.df2, test!.f!.p],
      [box.F, box.F_df1, box.F_df2, box.F_p],
    ],
    'classification functions': fisherFunctions(fitted, expected.classification_functions_proportional),
  };
}

/** Fisher's functions beside those of R. */
export const fisherFunctions = ({ classes }: FittedDiscriminant, { constant, coefficients }: Functions): Pair => [
  [...byPredictor(classes.map((one) => one.fisher.coefficients)), ...classes.map((one) => one.fisher.constant)],
  [...flat(coefficients), ...constant],
];
