import { percent } from '../../text/percent.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedRepurchase } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** How well it was foretold who buys again; or why nothing is. */
export function tellHoldout({ holdout, reason }: FittedRepurchase): string {
  if (holdout === null) return `nothing is foretold: ${reason ?? ''}`;
  const { since, until, customers, again, model, naive, difference } = holdout;
  return (
    `measured on the days after ${since}, up to ${until}, by what was known before: ${again} of ${customers} active customers bought again ` +
    `(${percent(again / customers)}). Brier score ${model.brier.toFixed(4)}, of the naive rule (who bought lately buys again) ${naive.brier.toFixed(4)}, ` +
    `p ${difference.p.toFixed(3)}; area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)}; ` +
    `lift of the best tenth ${best(model)} against ${best(naive)}`
  );
}

/** What a reader of the probabilities should know; it stays from night to night as long as it is true. */
export function repurchaseRemarks({ used }: FittedRepurchase): string[] {
  if (used === null) return ['too few customers to learn from who buys again; nothing is foretold'];
  return [
    ...used.classifier.dropped.map(({ feature, reason }) => `${feature} ${reason}; the model does without it`),
    ...(used.by === 'naive rule'
      ? ['the model did no better than the naive rule; probabilities are those of the naive rule']
      : []),
  ];
}
