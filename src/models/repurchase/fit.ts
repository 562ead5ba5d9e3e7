import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { lasting, learn, type Learning } from './classify.ts';
import type { Way } from './contest.ts';
import type { FittedRepurchase, Holdout, RepurchaseClassifier } from './fitted.ts';
import { judge } from './judge.ts';
import type { RepurchaseOptions } from './options.ts';
import { outcomeSql } from './outcome.sql.ts';
import { coefficientsOf, shortage, type Shortage } from './shortage.ts';
import type { LabelWindow, SeenWindow } from './window.ts';

/** Who bought again in the first and the last window, while a fit lasts. */
const outcomes = ['working.main.outcome_before', 'working.main.outcome'] as const;

/** Two windows of equal length, and the model of the night before, null where there is none. */
export interface RepurchaseInput extends FitInput {
  readonly windows: readonly [training: LabelWindow, holdout: LabelWindow];
  readonly former?: FittedRepurchase | null;
}

async function see(engine: Engine, window: LabelWindow, outcome: string): Promise<SeenWindow> {
  await engine.create(outcome, outcomeSql(window));
  const [seen] = await engine.rows(
    sql`select count(*) as customers, count(case when outcome = 'yes' then 1 end) as again from ${relationName(outcome)}`,
    { customers: 'integer', again: 'integer' },
    1,
  );
  return { since: window.since, until: window.until, ...seen! };
}

/** The naive rule that a model must beat: the days since the last purchase alone (cf. the hiatus heuristic; Wübben & von Wangenheim 2008). */
const naiveRule: Learning = { method: 'discriminant', features: ['log1p(recency_days)'] };

const learnFrom = (
  engine: Engine,
  how: Learning,
  { since, before }: LabelWindow,
  outcome: string,
): Promise<RepurchaseClassifier> =>
  learn(engine, how, {
    asOf: since,
    relation: before,
    classes: { relation: outcome, key: 'customer_id', column: 'outcome' },
  });

/** How a model may learn the last window: without what the tested one had to do without. */
const testedPart = ({ method, features }: Learning, { dropped }: RepurchaseClassifier): Learning => ({
  method,
  features: features.filter((one) => !dropped.some(({ feature }) => feature === one)),
});

/** A model, where there are enough customers for its coefficients: those of texts are known only when it is there. */
async function learnWhereEnough(
  few: (coefficients: number) => Shortage | null,
  features: readonly string[],
  learnModel: () => Promise<RepurchaseClassifier>,
): Promise<{ model: RepurchaseClassifier | null; tooFew: string | null }> {
  const tooFew = few(features.length);
  if (tooFew !== null) return { model: null, tooFew: tooFew.reason };
  const model = await learnModel();
  const tooFewStill = few(coefficientsOf(model));
  return tooFewStill === null ? { model, tooFew: null } : { model: null, tooFew: tooFewStill.reason };
}

/** What was used the night before for the same question. */
function incumbentOf(former: FittedRepurchase | null, options: RepurchaseOptions): Way {
  const isSame = JSON.stringify(former?.options) === JSON.stringify(options);
  return isSame ? (former?.used?.by ?? 'one rate') : 'one rate';
}

/**
 * Who will buy again within the days of the options, of the customers who have not lapsed. A model of the window before the last one foretells the last one, which it does
 * not know, and is measured against recency alone, learnt from the same window, and against the rate of that window. The days to come are foretold from the last window, the
 * newest there is, by the one with the lower Brier score (a proper score: only the true probabilities make it least; Brier 1950), where it is lower by more than one standard
 * error than that of what was used the night before (`decideContest`); by none where the rate alone wins. Where there are too few customers for the coefficients of the model,
 * recency competes alone. Features of a window are read from tables as of the day before it.
 * What cannot be fitted to a past window is a reason to foretell nothing. Throws `ConfigError` for features that are not there.
 */
export async function fitRepurchase(
  engine: Engine,
  options: RepurchaseOptions,
  { asOf, windows: [earlier, last], former = null }: RepurchaseInput,
): Promise<FittedRepurchase> {
  const base = { model: 'repurchase', asOf, options } as const;
  let training: SeenWindow | null = null;
  let holdout: Holdout | null = null;
  const nothing = (because: Shortage): FittedRepurchase =>
    freezeDeep({ ...base, training, holdout, used: null, ...because });
  try {
    training = await see(engine, earlier, outcomes[0]);
    const seen = await see(engine, last, outcomes[1]);
    const few = (coefficients: number) => shortage(training!, coefficients) ?? shortage(seen, coefficients);
    const none = few(naiveRule.features.length);
    if (none !== null) return nothing(none);
    const { model, tooFew } = await learnWhereEnough(few, options.features, () =>
      learnFrom(engine, options, earlier, outcomes[0]),
    );
    const naive = await learnFrom(engine, naiveRule, earlier, outcomes[0]);
    const rivals = { model, naive, training, incumbent: incumbentOf(former, options) };
    holdout = { ...(await judge(engine, last, outcomes[1], seen, rivals)), tooFew };
    const { winner } = holdout.contest;
    if (winner === 'one rate')
      return nothing({
        reason: `${model === null ? 'recency alone did not foretell' : 'neither the model nor recency alone foretold'} the last window better than one rate for everybody by more than one standard error`,
        why: { code: 'notBetter', ways: model === null ? 'recency' : 'both' },
      });
    const [tested, how] =
      winner === 'model' && model !== null ? [model, testedPart(options, model)] : [naive, naiveRule];
    const classifier = lasting(await learnFrom(engine, how, last, outcomes[1]));
    const dropped = [...tested.dropped, ...classifier.dropped];
    return freezeDeep({
      ...base,
      training,
      holdout,
      reason: null,
      why: null,
      used: { by: winner, classifier, dropped },
    });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    const since = holdout === null ? earlier.since : last.since;
    return nothing({
      reason: `the days after ${since} or before cannot be learnt from: ${error.message}`,
      why: { code: 'unlearnable', since },
    });
  } finally {
    for (const outcome of outcomes) await engine.drop(outcome);
  }
}
