import { percent } from '../../text/percent.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedRepurchase } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** Sentences on how well it was foretold who buys again, and by what it is foretold now. */
export function describeRepurchase({ holdout, used, reason }: FittedRepurchase): string[] {
  if (holdout === null || used === null) return [`no probabilities: ${reason ?? ''}`];
  const { since, until, customers, again, model, naive, difference } = holdout;
  const { dropped } = used.classifier;
  return [
    `measured on the days after ${since}, up to ${until}, by what was known before: ${again} of ${customers} active customers bought again ` +
      `(${percent(again / customers)}). Brier score ${model.brier.toFixed(4)}, of the naive rule (who bought lately buys again) ${naive.brier.toFixed(4)}, ` +
      `p ${difference.p.toFixed(3)}; area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)}; ` +
      `lift of the best tenth ${best(model)} against ${best(naive)}`,
    ...dropped.map(({ feature, reason: why }) => `${feature} ${why}; the model does without it`),
    ...(used.by === 'naive rule'
      ? ['the model did no better than the naive rule; probabilities are those of the naive rule']
      : []),
  ];
}
