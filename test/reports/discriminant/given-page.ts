import type { DiscriminantPage, PageFunction } from '../../../src/reports/discriminant/data.ts';
import type { PagePart } from '../../../src/reports/response/data.ts';

const test = { f: 12, df1: 2, df2: 90, p: 0.0001 };

const given: PageFunction = {
  ...{ eigenvalue: 2, variance: 0.8, cumulative: 0.8, correlation: 0.8, wilks: 0.3, constant: 1 },
  test: { chiSquare: 40, df: 4, p: 0.0001 },
};

const table = { counts: [[8, 2], [1, 9]], hitRatio: 0.85, recall: [0.8, 0.9], precision: [0.89, 0.82] }; // prettier-ignore

const parts = (count: number): PagePart[] =>
  Array.from({ length: count }, (_, i) => ({
    ...{ part: i + 1, rows: 20 / count, hits: 10 / count, rate: 0.5, lift: 1, profit: i - 4 },
    ...{ cumulativeGain: (i + 1) / count, cumulativeLift: 1, cumulativeMisses: (i + 1) / count },
    ...{ expectedRate: 0.5, leastScore: 0.4 },
  }));

/** An analysis of two classes by two predictors, with everything that a page can have; two functions, as there would be for three. */
export function givenPage(label = 'gold', predictor = 'income'): DiscriminantPage {
  return {
    ...{ subject: 'people.csv', noun: 'row', asOf: null, column: 'tariff', kind: 'pooled', linear: true, rows: 20 },
    classes: [label, 'basic'].map((name, i) => ({
      ...{ name, rows: 10, prior: 0.5, centroid: [i * 4 - 2, 1 - i] },
      spread: [1, 0, 1],
      surface: null,
    })),
    predictors: [predictor, 'age'].map((name, i) => ({
      ...{ predictor: name, mean: 4, sd: 2, wilks: 0.4, test, tolerance: 0.9 },
      cells: [{ mean: 3, sd: 1 }, { mean: 5, sd: null }], // prettier-ignore
      ...{ standardised: [0.9, 0.1], raw: [0.4, 0.01], structure: [0.8 - i, 0.3] },
    })),
    functions: [given, { ...given, variance: 0.2, cumulative: 1 }],
    overall: { ...test, wilks: 0.3 },
    multivariate: [{ criterion: 'roy', value: 2, f: null, df1: 2, df2: 0, p: null }],
    points: Array.from({ length: 20 }, (_, i) => ({ class: i % 2, x: i % 5, y: i % 3 })),
    boxM: {
      classes: [{ name: label, rank: 2, lnDeterminant: 1.5, note: null }],
      pooled: { rank: 2, lnDeterminant: 1.4 },
      test: { m: 3, chiSquare: { chiSquare: 3, df: 3, p: 0.4 }, f: test },
      reason: null,
    },
    shrinkage: { pooled: 0.5, diagonal: 0, tried: [{ pooled: 0.5, diagonal: 0, logPosterior: null, hitRatio: null }] },
    pairs: [{ classes: [0, 1], squaredDistance: 4, test }],
    fitted: table,
    heldOut: { ...table, folds: 5 },
    chance: { maximum: 0.5, proportional: 0.5, pressQ: { chiSquare: 9, df: 1, p: 0.003 } },
    selection: {
      ...{ method: 'wilks', enter: 3.84, remove: 2.71, ended: 'none was left' },
      steps: [
        {
          ...{ step: 1, action: 'entered', predictor, count: 1, wilks: 0.4, test, raoV: 20 },
          nearest: { classes: [label, 'basic'], squaredDistance: 4 },
        },
      ],
      out: [{ predictor: 'height', tolerance: 0.5, fToEnter: null }],
    },
    response: {
      ...{ hit: label, judgedOn: 'rows left out', rows: 20, hits: 10, auc: 0.8, aucError: 0.05, brier: 0.2 },
      ks: { statistic: 0.5, score: 0.4 },
      calibration: { chiSquare: 4, df: 10, p: 0.9 },
      ...{ deciles: parts(10), centiles: parts(20), stakes: { cost: 1, benefit: 3 } },
      bestCut: { score: 0.4, rows: 12, hits: 9, profit: 15 },
    },
    notes: ['a note'],
    version: '0.1.0',
  };
}
