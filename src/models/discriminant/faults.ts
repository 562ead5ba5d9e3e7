import type { WhyDropped } from '../../text/en/remarks/classes.ts';
import { independentColumns, submatrix, tabulate, type Rows } from '../../math/linear-algebra.ts';

/** A predictor, by its place, that a covariance matrix cannot take in; `tolerance`: null where it does not vary. */
export interface Fault {
  readonly place: number;
  readonly tolerance: number | null;
}

/**
 * The predictors that make a covariance matrix singular, or nearly so: those that do not vary, and those of whose
 * variance the ones before them leave less than `tolerance` unexplained.
 */
export function faultsOf(covariance: Rows, tolerance: number): Fault[] {
  const varying = covariance.flatMap((row, j) => (row[j]! > 0 ? [j] : []));
  const kept = submatrix(covariance, varying);
  const correlation = tabulate(varying.length, varying.length, (i, j) =>
    i === j ? 1 : kept[i]![j]! / Math.sqrt(kept[i]![i]! * kept[j]![j]!),
  );
  const independent = independentColumns(correlation, tolerance);
  return covariance.flatMap((_, place): Fault[] => {
    const i = varying.indexOf(place);
    if (i < 0) return [{ place, tolerance: null }];
    return independent.kept.includes(i) ? [] : [{ place, tolerance: independent.tolerances[i]! }];
  });
}

/** The least share from 0 to 1 from which on something holds, to a billionth; it holds at 1. */
export function leastShare(from: number, holds: (share: number) => boolean): number {
  if (holds(from)) return from;
  let [low, high] = [from, 1];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** What is wrong with a predictor. */
export const whyFaulty = ({ tolerance }: Fault, within?: 'every class' | { readonly class: string }): WhyDropped =>
  tolerance === null
    ? { code: 'constant', ...(within !== undefined && { within }) }
    : { code: 'follows', tolerance, ...(typeof within === 'object' && { within }) };
