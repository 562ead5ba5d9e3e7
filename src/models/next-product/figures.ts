import type { FittedNextProduct } from './fitted.ts';

/** What the record of a run keeps of how well it was foretold what customers buy, to be followed from night to night. */
export function nextProductFigures({ options, holdout, used, reason }: FittedNextProduct) {
  const figures = { withinDays: options.within_days, used, reason };
  if (holdout === null) return { ...figures, holdout: null };
  const { since, until, customers, products, ways } = holdout;
  return { ...figures, holdout: { since, until, customers, products, ways } };
}
