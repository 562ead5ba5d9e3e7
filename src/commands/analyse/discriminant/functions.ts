import type { DiscriminantReport } from '../../../models/discriminant/describe.ts';
import type { Part } from '../../table.ts';
import { degrees, figure, first, fixed, pValue, right, testCells } from './figures.ts';

const functionNames = ({ functions }: DiscriminantReport): string[] => functions.map((_, i) => `function ${i + 1}`);

/** The history of a stepwise selection. */
export function stepParts({ selection }: DiscriminantReport): Part[] {
  if (selection === null) return [];
  return [
    {
      title: `Stepwise selection (${selection.method}): F to enter ${selection.enter}, to remove ${selection.remove}`,
      columns: [
        ...right(['step']),
        { name: 'predictor', whole: true },
        { name: '' },
        ...right(['in', "Wilks' λ", 'F', 'df1', 'df2', 'p', "Rao's V", 'least D²']),
      ],
      rows: selection.steps.map(({ step, predictor, action, count: entered, wilks, raoV, nearest }) => [
        String(step),
        predictor,
        action,
        String(entered),
        ...testCells(wilks),
        fixed(raoV.chiSquare),
        `${fixed(nearest.squaredDistance)} (${nearest.classes.join(', ')})`,
      ]),
    },
  ];
}

/** What the functions are worth. */
export const functionParts = (report: DiscriminantReport): Part[] => [
  {
    title: 'Eigenvalues',
    columns: first('function', ['eigenvalue', '% of variance', 'cumulative %', 'canonical correlation']),
    rows: report.functions.map((one, i) => [
      String(i + 1),
      figure(one.eigenvalue),
      (one.variance * 100).toFixed(1),
      (one.cumulative * 100).toFixed(1),
      fixed(one.canonicalCorrelation),
    ]),
  },
  {
    title: "Wilks' lambda of the functions",
    columns: first('functions', ["Wilks' λ", 'χ²', 'df', 'p']),
    rows: report.functions.map(({ wilks, test }, i) => [
      i + 1 === report.functions.length ? String(i + 1) : `${i + 1} through ${report.functions.length}`,
      fixed(wilks),
      fixed(test.chiSquare),
      degrees(test.df),
      pValue(test.p),
    ]),
  },
  {
    title: 'Multivariate tests',
    columns: first('criterion', ['value', 'F', 'df1', 'df2', 'p']),
    rows: Object.entries({
      "Wilks' λ": report.multivariate.wilks,
      "Pillai's trace": report.multivariate.pillai,
      'Hotelling–Lawley trace': report.multivariate.hotellingLawley,
      "Roy's largest root": report.multivariate.roy,
    }).map(([name, one]) => [name, figure(one.value), fixed(one.f), degrees(one.df1), degrees(one.df2), pValue(one.p)]),
  },
];

/** What the functions are made of, and where the classes lie on them. */
export function coefficientParts(report: DiscriminantReport): Part[] {
  const names = functionNames(report);
  const byPredictor = (values: (row: DiscriminantReport['predictors'][number]) => readonly number[]): string[][] =>
    report.order.map((name) => [
      name,
      ...values(report.predictors.find(({ predictor }) => predictor === name)!).map((value) => fixed(value)),
    ]);
  const columns = first('predictor', names);
  return [
    { title: 'Standardised canonical coefficients', columns, rows: byPredictor((row) => row.standardised) },
    {
      title: 'Structure matrix: pooled correlations within classes, the strongest on function 1 first',
      columns,
      rows: report.predictors.map((row) => [row.predictor, ...row.structure.map((value) => fixed(value))]),
    },
    {
      title: 'Unstandardised canonical coefficients',
      columns,
      rows: [
        ...report.order.map((name) => [
          name,
          ...report.predictors.find(({ predictor }) => predictor === name)!.raw.map((value) => figure(value)),
        ]),
        ['(constant)', ...report.functions.map(({ constant }) => figure(constant))],
      ],
    },
    {
      title: 'Functions at class centroids',
      columns: first('class', names),
      rows: report.classes.map((one) => [one.class, ...one.centroid.map((value) => fixed(value))]),
    },
  ];
}

/** How far the classes are apart. */
export const pairPart = ({ pairs }: DiscriminantReport): Part => ({
  title: 'Squared Mahalanobis distances between classes',
  columns: first('classes', ['D²', 'F', 'df1', 'df2', 'p']),
  rows: pairs.map(({ classes, squaredDistance, f, df1, df2, p }) => [
    classes.join(' – '),
    figure(squaredDistance),
    fixed(f),
    degrees(df1),
    degrees(df2),
    pValue(p),
  ]),
});

/** Fisher's classification functions, of a linear analysis. */
export function fisherPart({ classes, order, covariance }: DiscriminantReport): Part[] {
  if (covariance.kind !== 'pooled') return [];
  return [
    {
      title: "Classification function coefficients (Fisher's linear functions, with ln prior)",
      columns: first(
        'predictor',
        classes.map((one) => one.class),
      ),
      rows: [
        ...order.map((name, j) => [name, ...classes.map((one) => figure(one.fisher.coefficients[j]!))]),
        ['(constant)', ...classes.map((one) => figure(one.fisher.constant))],
      ],
    },
  ];
}
