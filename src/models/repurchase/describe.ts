import { percent } from '../../text/percent.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import type { FittedRepurchase } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** How well it was foretold who buys again; or why nothing is. */
export function tellHoldout({ holdout, reason }: FittedRepurchase): string {
  const unused = `nothing is foretold: ${reason ?? ''}`;
  if (holdout === null) return unused;
  const { since, until, customers, again, model, naive, constant, difference } = holdout;
  return (
    `measured on the days after ${since}, up to ${until}, by what was known before: ${again} of ${customers} active customers bought again ` +
    `(${percent(again / customers)}). Brier score ${model.brier.toFixed(4)}, of recency alone ${naive.brier.toFixed(4)} ` +
    `(p ${difference.p < 0.001 ? '< 0.001' : difference.p.toFixed(3)}), of one rate for everybody ${constant.toFixed(4)}; area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)}; ` +
    `lift of the best tenth ${best(model)} against ${best(naive)}${reason === null ? '' : `; ${unused}`}`
  );
}

/** What a reader of the probabilities should know; it stays from night to night as long as it is true. */
export function repurchaseRemarks({ used, holdout }: FittedRepurchase): string[] {
  if (used === null)
    return [
      holdout === null
        ? 'nothing is foretold: past days cannot be learnt from, or had too few customers'
        : 'nothing is foretold: one rate for everybody does as well',
    ];
  return [
    ...used.dropped.map(({ feature, reason }) => `${feature} ${reason}; the model does without it`),
    ...(used.by === 'naive rule'
      ? ['the model did no better than recency alone; probabilities are by recency alone']
      : []),
  ];
}
