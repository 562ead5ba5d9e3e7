import type { Engine } from '../../engine/engine.ts';
import { ModelError } from '../../errors.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { compareErrors } from '../evaluation/compare-errors.ts';
import { evaluateTwoClasses } from '../evaluation/evaluate.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { learn, probabilitySql, type Learning } from './classify.ts';
import type { FittedRepurchase, Holdout, RepurchaseClassifier } from './fitted.ts';
import type { RepurchaseOptions } from './options.ts';
import { outcomeSql } from './outcome.sql.ts';
import type { LabelWindow, SeenWindow } from './window.ts';

/** Who bought again, and the probabilities of the model beside the naive rule, while a fit lasts. */
const tables = { outcome: 'models.working_outcome', foretold: 'models.working_foretold' };

/** Customers of the rarer outcome for each feature, at least (Peduzzi et al. 1996). */
const leastPerFeature = 10;

/** Two windows of equal length, the second one up to the as-of day. */
export interface RepurchaseInput extends FitInput {
  readonly windows: readonly [training: LabelWindow, holdout: LabelWindow];
}

async function see(engine: Engine, window: LabelWindow): Promise<SeenWindow> {
  await engine.create(tables.outcome, outcomeSql(window));
  const [seen] = await engine.rows(
    sql`select count(*) as customers, count(case when outcome = 'yes' then 1 end) as again from ${relationName(tables.outcome)}`,
    { customers: 'integer', again: 'integer' },
    1,
  );
  return { since: window.since, until: window.until, ...seen! };
}

/** Why a window is too small to learn from; null where it is not. */
function shortage({ since, until, customers, again }: SeenWindow, { features }: RepurchaseOptions): string | null {
  const least = leastPerFeature * features.length;
  const rarer = Math.min(again, customers - again);
  return rarer >= least
    ? null
    : `after ${since}, up to ${until}, ${again} of ${customers} active customers bought again; ` +
        `to learn from ${features.length} features, at least ${least} must have bought and ${least} not`;
}

/** The naive rule that a model must beat: the days since the last purchase alone (cf. the hiatus heuristic; Wübben & von Wangenheim 2008). */
const naiveRule: Learning = { method: 'discriminant', features: ['log1p(recency_days)'] };

/** Learns from a window, whose outcome must be the table of outcomes. */
const learnFrom = (engine: Engine, how: Learning, { since, before }: LabelWindow): Promise<RepurchaseClassifier> =>
  learn(engine, how, {
    asOf: since,
    relation: before,
    classes: { relation: tables.outcome, key: 'customer_id', column: 'outcome' },
  });

/** How well a model and the naive rule foretell a window, whose outcome must be the table of outcomes. */
async function judge(
  engine: Engine,
  { before }: LabelWindow,
  model: RepurchaseClassifier,
  naive: RepurchaseClassifier,
): Promise<Pick<Holdout, 'model' | 'naive' | 'difference'>> {
  await engine.create(
    tables.foretold,
    sql`select modelled.probability as model, ruled.probability as naive, outcome.outcome = 'yes' as hit
      from ${relationName(tables.outcome)} as outcome
      join (${probabilitySql(model, before)}) as modelled on modelled.customer_id = outcome.customer_id
      join (${probabilitySql(naive, before)}) as ruled on ruled.customer_id = outcome.customer_id`,
  );
  const foretold = relationName(tables.foretold);
  const rate = (score: Sql) => evaluateTwoClasses(engine, sql`select ${score} as score, hit from ${foretold}`, null);
  return {
    model: await rate(sql`model`),
    naive: await rate(sql`naive`),
    difference: await compareErrors(engine, sql`select model as first, naive as second, hit from ${foretold}`),
  };
}

/** Brier score of foretelling everyone of a window the rate of the one before. */
function constantBrier({ customers, again }: SeenWindow, training: SeenWindow): number {
  const [rate, foretold] = [again / customers, training.again / training.customers];
  return rate * (1 - foretold) ** 2 + (1 - rate) * foretold ** 2;
}

/** How a model may learn the last window: without what the tested one had to do without. */
const testedPart = ({ method, features }: Learning, { dropped }: RepurchaseClassifier): Learning => ({
  method,
  features: features.filter((one) => !dropped.some(({ feature }) => feature === one)),
});

/**
 * Who will buy again within the days of the options, of the customers who have not lapsed. A model of the window before the last one foretells the last one, which it does
 * not know, and is measured against recency alone, learnt from the same window, and against the rate of that window. The days to come are foretold from the last window, the
 * newest there is, by the one with the lower Brier score (a proper score: only the true probabilities make it least; Brier 1950); by neither where the rate alone does as
 * well. Features of a window are read from tables as of the day before it. What cannot be fitted to a past window is a reason to foretell nothing. Throws `ConfigError` for
 * features that are not there.
 */
export async function fitRepurchase(
  engine: Engine,
  options: RepurchaseOptions,
  { asOf, windows: [earlier, last] }: RepurchaseInput,
): Promise<FittedRepurchase> {
  const base = { model: 'repurchase', asOf, options } as const;
  let training: SeenWindow | null = null;
  const nothing = (reason: string, holdout: Holdout | null = null): FittedRepurchase =>
    freezeDeep({ ...base, training, holdout, used: null, reason });
  try {
    training = await see(engine, earlier);
    const few = shortage(training, options);
    if (few !== null) return nothing(few);
    const model = await learnFrom(engine, options, earlier);
    const naive = await learnFrom(engine, naiveRule, earlier);
    const seen = await see(engine, last);
    const fewer = shortage(seen, options);
    if (fewer !== null) return nothing(fewer);
    const holdout = { ...seen, constant: constantBrier(seen, training), ...(await judge(engine, last, model, naive)) };
    if (Math.min(holdout.model.brier, holdout.naive.brier) >= holdout.constant)
      return nothing(
        'neither the model nor recency alone foretold the last window better than one rate for everybody',
        holdout,
      );
    const isBetter = holdout.model.brier < holdout.naive.brier;
    const [tested, how] = isBetter ? [model, testedPart(options, model)] : [naive, naiveRule];
    const classifier = await learnFrom(engine, how, last);
    const dropped = [...tested.dropped, ...classifier.dropped];
    const used = { by: isBetter ? 'model' : 'naive rule', classifier, dropped } as const;
    return freezeDeep({ ...base, training, holdout, reason: null, used });
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return nothing(
      `the days after ${training === null ? earlier.since : last.since} or before cannot be learnt from: ${error.message}`,
    );
  } finally {
    for (const table of Object.values(tables)) await engine.drop(table);
  }
}
