import type { RowNoun } from '../../text/en/words.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { Chance, ClassificationTable } from '../classification-table.ts';
import type { DiscriminantFunction } from './fitted.ts';

/** From what p on a difference may well be chance. */
const significant = 0.05;

/** What says whether an analysis is worth anything. */
interface Results {
  readonly functions: readonly DiscriminantFunction[];
  readonly overall: { readonly p: number };
  readonly classes: readonly { readonly class: string; readonly customers: number }[];
}

/**
 * Remarks on an analysis that should not be acted on: no function is significant (Wilks' λ of it and those after it, Bartlett 1947), or
 * rows left out of the fit are put right no more often than by putting everyone into the largest class (Hair et al. 2010, ch. 7).
 */
export function doubtsOf(
  { functions, overall, classes }: Results,
  { hitRatio }: ClassificationTable,
  { maximum, proportional }: Chance,
  row: RowNoun,
): Remark[] {
  const p = functions[0]?.test.p ?? overall.p;
  const largest = classes.reduce((most, one) => (one.customers > most.customers ? one : most));
  return [
    ...(functions.some(({ test }) => test.p < significant) ? [] : [remark('notApart', { p })]),
    ...(hitRatio > maximum
      ? []
      : [remark('byChance', { hit: hitRatio, maximum, proportional, largest: largest.class, row })]),
  ];
}
