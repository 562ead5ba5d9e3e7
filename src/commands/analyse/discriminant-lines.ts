import type { DiscriminantReport } from '../../models/discriminant/describe.ts';
import type { ClassificationTable, FTest } from '../../models/discriminant/fitted.ts';
import { percent } from '../../text/percent.ts';
import { formatParts, visible, type Part, type TableColumn, type TableStyle } from '../table.ts';
import { count, whole } from '../words.ts';

/** What was read, what a row of it is, and how wide a line may be. */
export interface DiscriminantFrame extends TableStyle {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
}

const sign = (text: string): string => text.replace(/^-/, '−');

/** Five digits, or the whole part. */
const figure = (value: number | null): string =>
  value === null ? '–' : sign(Math.abs(value) >= 1e5 ? whole(Math.round(value)) : String(Number(value.toPrecision(5))));

const fixed = (value: number | null, digits = 3): string => (value === null ? '–' : sign(value.toFixed(digits)));

const pValue = (p: number | null): string => (p === null ? '–' : p < 0.0001 ? '<.0001' : p.toFixed(4));

const degrees = (df: number): string => (Number.isInteger(df) ? whole(df) : df.toFixed(1));

const right = (names: readonly string[]): TableColumn[] => names.map((name) => ({ name, right: true }));

const first = (name: string, others: readonly string[]): TableColumn[] => [{ name, whole: true }, ...right(others)];

const testCells = ({ wilks, f, df1, df2, p }: FTest): string[] => [
  fixed(wilks),
  fixed(f),
  degrees(df1),
  degrees(df2),
  pValue(p),
];

const functionNames = ({ functions }: DiscriminantReport): string[] => functions.map((_, i) => `function ${i + 1}`);

const groupParts = ({ classes, order, predictors }: DiscriminantReport, rows: string): Part[] => [
  {
    title: 'Classes',
    columns: first('class', [rows, 'prior probability']),
    rows: classes.map((one) => [one.class, whole(one.customers), fixed(one.prior)]),
  },
  {
    title: 'Means (standard deviations)',
    columns: first('predictor', [...classes.map((one) => one.class), 'all']),
    rows: order.map((name, j) => {
      const { mean, totalSd } = predictors.find(({ predictor }) => predictor === name)!;
      const cell = (value: number, sd: number | null): string => `${figure(value)} (${figure(sd)})`;
      return [name, ...classes.map((one) => cell(one.means[j]!, one.deviations[j]!)), cell(mean, totalSd)];
    }),
  },
];

const equalityPart = ({ order, predictors }: DiscriminantReport): Part => ({
  title: 'Tests of equality of class means',
  columns: first('predictor', ["Wilks' λ", 'F', 'df1', 'df2', 'p', 'tolerance']),
  rows: order.map((name) => {
    const row = predictors.find(({ predictor }) => predictor === name)!;
    return [name, ...testCells(row), fixed(row.tolerance)];
  }),
});

function boxParts({ boxM }: DiscriminantReport): Part[] {
  const { classes, pooled, test, reason } = boxM;
  const listed = [
    ...classes.map((one) => ({ name: one.class, rank: one.rank, ln: one.lnDeterminant, note: one.leftOut ?? '' })),
    { name: 'pooled within', rank: pooled.rank, ln: pooled.lnDeterminant, note: test === null ? (reason ?? '') : '' },
  ];
  const noted = listed.some(({ note }) => note !== '');
  const determinants: Part = {
    title: "Box's M: log determinants",
    columns: [...first('class', ['rank', 'ln determinant']), ...(noted ? [{ name: 'left out' }] : [])],
    rows: listed.map(({ name, rank, ln, note }) => [name, String(rank), figure(ln), ...(noted ? [note] : [])]),
  };
  if (test === null) return [determinants];
  return [
    determinants,
    {
      title: "Box's M: are the covariances of the classes equal?",
      columns: first('approximation', ["Box's M", 'statistic', 'df1', 'df2', 'p']),
      rows: [
        ...(test.f === null
          ? []
          : [['F', figure(test.m), fixed(test.f.f), degrees(test.f.df1), degrees(test.f.df2), pValue(test.f.p)]]),
        [
          'χ²',
          figure(test.m),
          fixed(test.chiSquare.chiSquare),
          degrees(test.chiSquare.df),
          '',
          pValue(test.chiSquare.p),
        ],
      ],
    },
  ];
}

function stepParts({ selection }: DiscriminantReport): Part[] {
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

const functionParts = (report: DiscriminantReport): Part[] => [
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

function coefficientParts(report: DiscriminantReport): Part[] {
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

const pairPart = ({ pairs }: DiscriminantReport): Part => ({
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

function fisherPart({ classes, order, covariance }: DiscriminantReport): Part[] {
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

function shrinkagePart({ covariance }: DiscriminantReport): Part[] {
  return [
    {
      title: 'Regularised covariances: what was tried, on rows left out (the chosen one is marked)',
      columns: right(['towards pooled', 'towards diagonal', 'mean ln posterior', 'hit ratio', '']),
      rows: covariance.search.map(({ pooled, diagonal, logPosterior, hitRatio }) => [
        pooled.toFixed(2),
        diagonal.toFixed(2),
        fixed(logPosterior, 4),
        hitRatio === null ? 'singular' : percent(hitRatio),
        pooled === covariance.shrinkage.pooled && diagonal === covariance.shrinkage.diagonal ? 'chosen' : '',
      ]),
    },
  ];
}

/** A classification table: counts, and the share of each class that is put right. */
export function classificationPart(title: string, { classes, counts }: ClassificationTable): Part {
  return {
    title,
    columns: first('actual class', [...classes, 'total', 'right']),
    rows: counts.map((row, i) => {
      const all = row.reduce((sum, one) => sum + one, 0);
      return [classes[i]!, ...row.map((one) => whole(one)), whole(all), all === 0 ? '–' : percent(row[i]! / all)];
    }),
  };
}

function worthLines(report: DiscriminantReport): string[] {
  const { resubstitution, crossValidated, judged } = report;
  const { maximumChance, proportionalChance, pressQ } = judged.crossValidated;
  return [
    '',
    `right: ${percent(resubstitution.hitRatio)} of those fitted, ${percent(crossValidated.hitRatio)} of those held out; ` +
      `everyone in the largest class ${percent(maximumChance)}, at random by size ${percent(proportionalChance)}`,
    `Press's Q of those held out ${fixed(pressQ.chiSquare)}, df 1, p ${pValue(pressQ.p)}`,
  ];
}

const kinds = {
  pooled: 'linear discriminant analysis (pooled covariance)',
  separate: 'quadratic discriminant analysis (a covariance for each class)',
  shrunk: 'regularised discriminant analysis',
} as const;

/** What should be known of an analysis besides its figures. */
export const discriminantNotes = (
  { dropped, missing, codings, warnings }: DiscriminantReport,
  row: string,
): string[] => [
  ...dropped.map(({ feature, reason }) => `${feature} ${reason}; the analysis does without it`),
  ...codings.flatMap(({ column, reference, levels }) =>
    reference === null || levels.length === 0
      ? []
      : [`${column} is coded by level, ${reference} being the reference: ${levels.join(', ')}`],
  ),
  ...missing.map(({ predictor, customers, rule }) =>
    rule === 'mean'
      ? `${predictor} is missing in ${count(customers, row)}: the mean of the others was taken`
      : `${predictor} is missing in ${count(customers, row)}, left out of the fit`,
  ),
  ...warnings,
];

/** A fitted discriminant analysis as lines for people, in the order of an SPSS report. */
export function discriminantLines(report: DiscriminantReport, frame: DiscriminantFrame): string[] {
  const { crossValidated, covariance } = report;
  const held =
    crossValidated.method === 'leave_one_out'
      ? 'Classification, each row by the fit of all others (leave-one-out)'
      : `Classification, each row by a fit without its part (${crossValidated.folds ?? 0} parts)`;
  const parts = [
    ...groupParts(report, `${frame.rows}s`),
    equalityPart(report),
    ...boxParts(report),
    ...stepParts(report),
    ...functionParts(report),
    ...coefficientParts(report),
    pairPart(report),
    ...fisherPart(report),
    ...shrinkagePart(report),
    classificationPart('Classification of those fitted (rows: actual, columns: predicted)', report.resubstitution),
    classificationPart(held, crossValidated),
  ];
  return [
    frame.colors.bold(
      `${visible(frame.subject)}: ${count(report.customers, frame.rows)} in ${report.classes.length} classes by ${count(report.order.length, 'predictor')}`,
    ),
    kinds[covariance.kind],
    ...formatParts(parts, frame),
    ...worthLines(report),
    ...discriminantNotes(report, frame.rows).map((line, i) => `${i === 0 ? '\n' : ''}note: ${visible(line)}`),
  ].flatMap((line) => line.split('\n'));
}
