import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedRepurchase } from './fitted.ts';

/** So many are foretold to buy again: the sum of the probabilities. */
export const foretoldIn = ({ deciles }: Pick<TwoClassEvaluation, 'deciles'>): number =>
  deciles.reduce((sum, { rows, expectedRate }) => sum + rows * expectedRate, 0);

const summaryOf = (evaluation: TwoClassEvaluation) => ({
  brier: evaluation.brier,
  auc: evaluation.auc,
  foretold: foretoldIn(evaluation),
  deciles: evaluation.deciles.map(({ rows, hits, expectedRate }) => ({
    customers: rows,
    foretold: rows * expectedRate,
    again: hits,
  })),
});

/** What the record of a run keeps of how well it was foretold who buys again, to be followed from night to night. */
export function repurchaseFigures({ options, holdout, used, reason }: FittedRepurchase) {
  const figures = { withinDays: options.within_days, used: used?.by ?? null, reason };
  if (holdout === null) return { ...figures, holdout: null };
  const { since, until, customers, again, unforetold, rate, constant, model, naive } = holdout;
  return {
    ...figures,
    holdout: {
      ...{ since, until, customers, again, unforetold },
      model: summaryOf(model),
      naiveRule: summaryOf(naive),
      oneRate: { brier: constant, foretold: rate * customers },
    },
  };
}
