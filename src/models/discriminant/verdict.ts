import { rowsOf, type RowNoun } from '../../text/en/words.ts';
import { percent } from '../../text/percent.ts';
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
 * Sentences on an analysis that should not be acted on: no function is significant (Wilks' λ of it and those after it, Bartlett 1947), or
 * rows left out of the fit are put right no more often than by putting everyone into the largest class (Hair et al. 2010, ch. 7).
 */
export function doubtsOf(
  { functions, overall, classes }: Results,
  { hitRatio }: ClassificationTable,
  { maximum, proportional }: Chance,
  row: RowNoun,
): string[] {
  const p = functions[0]?.test.p ?? overall.p;
  const largest = classes.reduce((most, one) => (one.customers > most.customers ? one : most));
  return [
    ...(functions.some(({ test }) => test.p < significant)
      ? []
      : [
          `the predictors do not tell the classes apart by more than chance would (Wilks' lambda: p = ${p.toFixed(3)}); do not act on who is put where`,
        ]),
    ...(hitRatio > maximum
      ? []
      : [
          `${percent(hitRatio)} of ${rowsOf[row]} left out of the fit are put into their own class, no more than the ${percent(maximum)} if everyone were put into ${largest.class} (at random by size: ${percent(proportional)}); take who is put where as a guess`,
        ]),
  ];
}
