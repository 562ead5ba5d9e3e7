import type { DiscriminantReport } from '../../models/discriminant/describe.ts';
import { formatParts, visible, type TableStyle } from '../table.ts';
import { count } from '../words.ts';
import { boxParts, equalityPart, groupParts } from './discriminant/classes.ts';
import { classificationParts, shrinkagePart } from './discriminant/classification.ts';
import { coefficientParts, fisherPart, functionParts, pairPart, stepParts } from './discriminant/functions.ts';
import { worthLines } from './worth-lines.ts';

/** What was read, what a row of it is, and how wide a line may be. */
export interface DiscriminantFrame extends TableStyle {
  readonly subject: string;
  readonly rows: 'row' | 'customer';
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
    ...classificationParts(report),
  ];
  return [
    frame.colors.bold(
      `${visible(frame.subject)}: ${count(report.customers, frame.rows)} in ${report.classes.length} classes by ${count(report.order.length, 'predictor')}`,
    ),
    kinds[report.covariance.kind],
    ...formatParts(parts, frame),
    ...worthLines(report.judged),
    ...discriminantNotes(report, frame.rows).map((line, i) => `${i === 0 ? '\n' : ''}note: ${visible(line)}`),
  ].flatMap((line) => line.split('\n'));
}
