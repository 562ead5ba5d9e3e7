import type { DiscriminantReport } from '../../../models/discriminant/describe.ts';
import type { ClassificationTable } from '../../../models/classification-table.ts';
import { percent } from '../../../text/percent.ts';
import type { Part } from '../../table.ts';
import { whole } from '../../words.ts';
import { first, fixed, right } from './figures.ts';

/** The shares that a regularised analysis tried. */
export function shrinkagePart({ covariance }: DiscriminantReport): Part[] {
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
function classificationPart(title: string, { classes, counts }: ClassificationTable): Part {
  return {
    title,
    columns: first('actual class', [...classes, 'total', 'right']),
    rows: counts.map((row, i) => {
      const all = row.reduce((sum, one) => sum + one, 0);
      return [classes[i]!, ...row.map((one) => whole(one)), whole(all), all === 0 ? '–' : percent(row[i]! / all)];
    }),
  };
}

/** The tables of those fitted, and of those held out. */
export function classificationParts({ resubstitution, crossValidated }: DiscriminantReport): Part[] {
  const held =
    crossValidated.method === 'leave_one_out'
      ? 'Classification, each row by the fit of all others (leave-one-out)'
      : `Classification, each row by a fit without its part (${crossValidated.folds ?? 0} parts)`;
  return [
    classificationPart('Classification of those fitted (rows: actual, columns: predicted)', resubstitution),
    classificationPart(held, crossValidated),
  ];
}
