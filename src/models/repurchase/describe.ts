import { percent } from '../../text/percent.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedRepurchase } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** Sentences on how well it was foretold who buys again, and whether that is used. */
export function describeRepurchase({ holdout, classifier, reason }: FittedRepurchase): string[] {
  const unused = reason === null ? [] : [`no probabilities: ${reason}`];
  if (holdout === null) return unused;
  const { since, until, customers, again, model, naive, difference } = holdout;
  return [
    `measured on the days after ${since}, up to ${until}, with what was known before: ${again} of ${customers} active customers bought again ` +
      `(${percent(again / customers)}); area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)} of the naive rule, who bought last ` +
      `comes first (difference ${difference.difference.toFixed(3)}, p ${difference.p.toFixed(3)}); lift of the best tenth ${best(model)} against ${best(naive)}`,
    ...(classifier?.dropped ?? []).map(({ feature, reason: why }) => `${feature} ${why}; the model does without it`),
    ...unused,
  ];
}
