import { percent } from '../../text/percent.ts';
import { remark, type Remark } from '../../text/remark.ts';
import type { TwoClassEvaluation } from '../evaluation/evaluate.ts';
import { foretoldIn } from './figures.ts';
import type { FittedRepurchase, Holdout } from './fitted.ts';

const best = ({ deciles }: TwoClassEvaluation): string => deciles[0]!.lift.toFixed(2);

/** How well the ways of foretelling did, side by side; `p` is of the first two. */
function tellScores({ model, naive, constant, contest }: Holdout): string {
  const { p } = contest.comparisons[0]!;
  const chance = `(p ${p < 0.001 ? '< 0.001' : p.toFixed(3)})`;
  const rate = `of one rate for everybody ${constant.toFixed(4)}`;
  return model === null
    ? `Brier score ${naive.brier.toFixed(4)}, ${rate} ${chance}; area under the ROC curve ${naive.auc.toFixed(3)}; lift of the best tenth ${best(naive)}`
    : `Brier score ${model.brier.toFixed(4)}, of recency alone ${naive.brier.toFixed(4)} ${chance}, ${rate}; ` +
        `area under the ROC curve ${model.auc.toFixed(3)} against ${naive.auc.toFixed(3)}; lift of the best tenth ${best(model)} against ${best(naive)}`;
}

/** Why the probabilities are by recency alone. */
const whyRule = ({ holdout }: FittedRepurchase): Remark =>
  remark('byRecency', { because: holdout?.model === null ? 'few' : 'notBetter' });

/** How well it was foretold who buys again; or why nothing is. */
export function tellHoldout({ asOf, holdout, reason, used }: FittedRepurchase): string {
  const unused = `nothing is foretold: ${reason ?? ''}`;
  if (holdout === null) return unused;
  const { since, until, customers, again, unforetold, model, naive, tooFew } = holdout;
  const told = model === null || used?.by === 'naive rule' ? naive : model;
  return [
    `measured on the days after ${since}, up to ${until}, by what was known before: ${again} of ${customers} active customers bought again ` +
      `(${percent(again / customers)}), ${Math.round(foretoldIn(told))} were foretold${told === naive ? ' by recency alone' : ''}. ${tellScores(holdout)}`,
    ...(tooFew === null ? [] : [`recency competes alone, as there is no model: ${tooFew}`]),
    ...(unforetold > 0 ? [`${unforetold} of them had no value that the model can take, and count with one rate`] : []),
    ...(until < asOf ? [`purchases are known up to ${until}, and the days after it are foretold`] : []),
    ...(reason === null ? [] : [unused]),
  ].join('; ');
}

/** Days without a purchase before the as-of day that are more than a pause. */
const longPause = 7;

const isStale = ({ asOf, holdout }: FittedRepurchase): boolean =>
  holdout !== null && Date.parse(asOf) - Date.parse(holdout.until) >= longPause * 86_400_000;

function whyNothing({ training, holdout }: FittedRepurchase): 'short' | 'oneRate' | 'unlearnable' {
  if (training?.customers === 0) return 'short';
  return holdout?.contest.winner === 'one rate' ? 'oneRate' : 'unlearnable';
}

/** What a reader of the probabilities should know; it stays from night to night as long as it is true. */
export function repurchaseRemarks(fitted: FittedRepurchase): Remark[] {
  const { used } = fitted;
  if (used === null) return [remark('nothingForetold', { because: whyNothing(fitted) })];
  return [
    ...used.dropped.map(({ feature, why }) => remark('dropped', { feature, why, without: 'model' })),
    ...(used.by === 'naive rule' ? [whyRule(fitted)] : []),
    ...(isStale(fitted) ? [remark('stalePurchases')] : []),
  ];
}
