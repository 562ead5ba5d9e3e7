import { rowsOf, type RowNoun } from '../../text/en/words.ts';
import type { Analysis } from './analyse-moments.ts';
import type { Shrinkage } from './covariances.ts';
import type { CrossValidated } from './fitted.ts';
import type { DiscriminantOptions } from './options.ts';

const share = (value: number): string => value.toPrecision(3);

/** Sentences on covariances that were drawn in because they were singular, and on what could not be left out. */
export function remarksOf(
  { mended, shrinkage, classCovariances }: Analysis,
  { validation, folds, stepwise }: DiscriminantOptions,
  { method, alone }: CrossValidated,
  asked: Shrinkage,
  row: RowNoun,
): string[] {
  const further = (classCovariances ?? []).filter((one) => one.shrinkage.pooled > shrinkage.pooled);
  return [
    ...mended.map(({ feature, reason }) => `${feature} ${reason}; it is kept by drawing covariances in`),
    ...(shrinkage.diagonal > asked.diagonal
      ? [
          `covariances were drawn towards their diagonal by ${share(shrinkage.diagonal)}, the least that keeps every predictor; tests take them as they are now`,
        ]
      : []),
    ...further.map(
      (one) =>
        `the covariance of class ${one.class} is singular; it was drawn towards the pooled one by ${share(one.shrinkage.pooled)}, the least that mends it`,
    ),
    ...(validation === 'leave_one_out' && method === 'folds'
      ? [
          `leaving out one at a time ${stepwise ? `would judge a stepwise selection by ${rowsOf[row]} it has seen` : 'is exact only where no covariance is drawn in'}; ${folds} parts were left out instead`,
        ]
      : []),
    ...(alone > 0
      ? [
          `${alone} ${alone === 1 ? row : rowsOf[row]}, left out, cannot be put into their own class: it is empty or its covariance singular without them`,
        ]
      : []),
  ];
}
