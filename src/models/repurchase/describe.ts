import { percent } from '../../text/percent.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import { foretoldIn } from './figures.ts';
import type { FittedRepurchase } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** How well it was foretold who buys again; or why nothing is. */
export function tellHoldout({ asOf, holdout, reason, used }: FittedRepurchase): string {
  const unused = `nothing is foretold: ${reason ?? ''}`;
  if (holdout === null) return unused;
  const { since, until, customers, again, unforetold, model, naive, constant, contest } = holdout;
  const { p } = contest.comparisons[0]!;
  const isRule = used?.by === 'naive rule';
  return [
    `measured on the days after ${since}, up to ${until}, by what was known before: ${again} of ${customers} active customers bought again ` +
      `(${percent(again / customers)}), ${Math.round(foretoldIn(isRule ? naive : model))} were foretold${isRule ? ' by recency alone' : ''}. Brier score ${model.brier.toFixed(4)}, of recency alone ${naive.brier.toFixed(4)} ` +
      `(p ${p < 0.001 ? '< 0.001' : p.toFixed(3)}), of one rate for everybody ${constant.toFixed(4)}; area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)}; ` +
      `lift of the best tenth ${best(model)} against ${best(naive)}`,
    ...(unforetold > 0 ? [`${unforetold} of them had no value that the model can take, and count with one rate`] : []),
    ...(until < asOf ? [`purchases are known up to ${until}, and the days after it are foretold`] : []),
    ...(reason === null ? [] : [unused]),
  ].join('; ');
}

/** Days without a purchase before the as-of day that are more than a pause. */
const longPause = 7;

const isStale = ({ asOf, holdout }: FittedRepurchase): boolean =>
  holdout !== null && Date.parse(asOf) - Date.parse(holdout.until) >= longPause * 86_400_000;

function whyNothing({ training, holdout }: FittedRepurchase): string {
  if (training?.customers === 0) return 'purchases do not reach back to before the last two windows';
  return holdout?.contest.winner === 'one rate'
    ? 'one rate for everybody does as well'
    : 'past days cannot be learnt from, or had too few customers';
}

/** What a reader of the probabilities should know; it stays from night to night as long as it is true. */
export function repurchaseRemarks(fitted: FittedRepurchase): string[] {
  const { used } = fitted;
  if (used === null) return [`nothing is foretold: ${whyNothing(fitted)}`];
  return [
    ...used.dropped.map(({ feature, reason }) => `${feature} ${reason}; the model does without it`),
    ...(used.by === 'naive rule'
      ? ['the model does not beat recency alone by more than one standard error; probabilities are by recency alone']
      : []),
    ...(isStale(fitted)
      ? ['purchases end a week or more before the as-of day; who buys again is measured up to their last day, and foretold of the days after it'] // prettier-ignore
      : []),
  ];
}
