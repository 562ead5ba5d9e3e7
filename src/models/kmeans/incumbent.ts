import type { Incumbent, KContest } from './contest.ts';
import type { FittedKmeans } from './fitted.ts';
import type { KmeansFitOptions } from './options.ts';

/** What customers are compared by; where it has changed, the k of the model before says nothing. */
const measures = ['features', 'weights', 'standardize', 'missing', 'customers'] as const;

/** The k that a refit should keep; null: there is none, because it was given or its customers were measured otherwise. */
export function incumbentOf(stored: FittedKmeans | null, options: KmeansFitOptions, asOf: string): Incumbent | null {
  if (stored?.choice == null) return null;
  const question = (asked: KmeansFitOptions): string => JSON.stringify(measures.map((key) => asked[key]));
  if (question(stored.options) !== question(options)) return null;
  const { chosen, contest } = stored.choice as { readonly chosen: number; readonly contest?: KContest | null };
  return {
    k: chosen,
    challengers: contest?.incumbent === chosen ? contest.challengers : [],
    again: stored.asOf === asOf,
  };
}
