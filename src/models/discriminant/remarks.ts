import type { RowNoun } from '../../text/en/words.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { Analysis } from './analyse-moments.ts';
import type { Shrinkage } from './covariances.ts';
import type { CrossValidated } from './fitted.ts';
import type { DiscriminantOptions } from './options.ts';

/** Remarks on covariances that were drawn in because they were singular, and on what could not be left out. */
export function remarksOf(
  { mended, shrinkage, classCovariances }: Analysis,
  { validation, folds, stepwise }: DiscriminantOptions,
  { method, alone }: CrossValidated,
  asked: Shrinkage,
  row: RowNoun,
): Remark[] {
  const further = (classCovariances ?? []).filter((one) => one.shrinkage.pooled > shrinkage.pooled);
  return [
    ...mended.map(({ feature, why }) => remark('mended', { feature, why })),
    ...(shrinkage.diagonal > asked.diagonal ? [remark('diagonal', { share: shrinkage.diagonal })] : []),
    ...further.map((one) => remark('pooled', { class: one.class, share: one.shrinkage.pooled })),
    ...(validation === 'leave_one_out' && method === 'folds'
      ? [remark('foldsInstead', { stepwise: Boolean(stepwise), folds, row })]
      : []),
    ...(alone > 0 ? [remark('alone', { rows: alone, row })] : []),
  ];
}
