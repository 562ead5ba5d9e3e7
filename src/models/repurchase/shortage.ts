import type { RepurchaseClassifier } from './fitted.ts';
import type { SeenWindow } from './window.ts';

/** Customers of the rarer outcome for each coefficient, at least (Peduzzi et al. 1996). */
const leastPerCoefficient = 10;

/** What a model learns a number for: predictors, each level of a text but one being one; of a tree, what it may split by. */
export const coefficientsOf = (classifier: RepurchaseClassifier): number =>
  classifier.model === 'discriminant' ? classifier.matrix.columns.length : classifier.features.length;

/** Why a window is too small to learn from; null where it is not. */
export function shortage({ since, until, customers, again }: SeenWindow, coefficients: number): string | null {
  if (customers === 0) return `up to ${since} nobody had bought who had not lapsed; purchases must reach back further`;
  const least = leastPerCoefficient * coefficients;
  const rarer = Math.min(again, customers - again);
  return rarer >= least
    ? null
    : `after ${since}, up to ${until}, ${again} of ${customers} active customers bought again; ` +
        `to learn ${coefficients} ${coefficients === 1 ? 'coefficient' : 'coefficients'}, at least ${least} must have bought and ${least} not`;
}
