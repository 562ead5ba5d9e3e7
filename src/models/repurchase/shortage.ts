import type { WhyNot } from '../../text/en/why-not.ts';
import type { RepurchaseClassifier } from './fitted.ts';
import type { SeenWindow } from './window.ts';

/** Customers of the rarer outcome for each coefficient, at least (Peduzzi et al. 1996). */
const leastPerCoefficient = 10;

/** What a model learns a number for: predictors, each level of a text but one being one; of a tree, what it may split by. */
export const coefficientsOf = (classifier: RepurchaseClassifier): number =>
  classifier.model === 'discriminant' ? classifier.matrix.columns.length : classifier.features.length;

/** Why nothing can be learnt: for the log, and as a code for people of any language. */
export interface Shortage {
  readonly reason: string;
  readonly why: WhyNot;
}

/** Why a window is too small to learn from; null where it is not. */
export function shortage({ since, until, customers, again }: SeenWindow, coefficients: number): Shortage | null {
  if (customers === 0)
    return {
      reason: `up to ${since} nobody had bought who had not lapsed; purchases must reach back further`,
      why: { code: 'nobodyActive', since },
    };
  const least = leastPerCoefficient * coefficients;
  const rarer = Math.min(again, customers - again);
  if (rarer >= least) return null;
  return {
    reason:
      `after ${since}, up to ${until}, ${again} of ${customers} active customers bought again; ` +
      `to learn ${coefficients} ${coefficients === 1 ? 'coefficient' : 'coefficients'}, at least ${least} must have bought and ${least} not`,
    why: { code: 'fewOutcomes', since, until, customers, again, least },
  };
}
