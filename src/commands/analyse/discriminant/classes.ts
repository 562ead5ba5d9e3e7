import type { DiscriminantReport } from '../../../models/discriminant/describe.ts';
import type { Part } from '../../table.ts';
import { whole } from '../../words.ts';
import { degrees, figure, first, fixed, pValue, testCells } from './figures.ts';

/** The classes, their means and deviations. */
export const groupParts = ({ classes, order, predictors }: DiscriminantReport, rows: string): Part[] => [
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

/** Do the classes differ, predictor by predictor? */
export const equalityPart = ({ order, predictors }: DiscriminantReport): Part => ({
  title: 'Tests of equality of class means',
  columns: first('predictor', ["Wilks' λ", 'F', 'df1', 'df2', 'p', 'tolerance']),
  rows: order.map((name) => {
    const row = predictors.find(({ predictor }) => predictor === name)!;
    return [name, ...testCells(row), fixed(row.tolerance)];
  }),
});

/** Have the classes the same covariances? */
export function boxParts({ boxM }: DiscriminantReport): Part[] {
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
