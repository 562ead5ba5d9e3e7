import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { compareAuc } from '../evaluation/compare-auc.ts';
import { evaluateTwoClasses } from '../evaluation/evaluate.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { learn, probabilitySql } from './classify.ts';
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

const learnFrom = (
  engine: Engine,
  options: RepurchaseOptions,
  asOf: string,
  { before }: LabelWindow,
): Promise<RepurchaseClassifier> =>
  learn(engine, options, {
    asOf,
    relation: before,
    classes: { relation: tables.outcome, key: 'customer_id', column: 'outcome' },
  });

/** Everyone of a window with the probability of a model, the rank of the naive rule, and what came. */
const foretoldSql = (classifier: RepurchaseClassifier, { before }: LabelWindow): Sql =>
  sql`select scored.probability, cast(1 as double) / known.recency_days as recency, outcome.outcome = 'yes' as hit
    from ${relationName(tables.outcome)} as outcome
    join ${relationName(before)} as known on known.customer_id = outcome.customer_id
    join (${probabilitySql(classifier, before)}) as scored on scored.customer_id = outcome.customer_id`;

async function judge(
  engine: Engine,
  classifier: RepurchaseClassifier,
  window: LabelWindow,
): Promise<Omit<Holdout, keyof SeenWindow>> {
  await engine.create(tables.foretold, foretoldSql(classifier, window));
  const foretold = relationName(tables.foretold);
  const rate = (score: Sql) => evaluateTwoClasses(engine, sql`select ${score} as score, hit from ${foretold}`, null);
  return {
    model: await rate(sql`probability`),
    naive: await rate(sql`recency`),
    difference: await compareAuc(engine, sql`select probability as first, recency as second, hit from ${foretold}`),
  };
}

/**
 * Who will buy again within the days of the options, of the customers who have not lapsed; the others will have churned. A model of the window
 * before the last one foretells the last one, which it does not know, and is measured against the naive rule that who bought last comes first (the
 * hiatus heuristic; Wübben & von Wangenheim 2008). Only where its area under the ROC curve is larger is a model of the last window, the newest there
 * is, used for the days to come. Features of a window are read from tables as of the day before it. Throws what the method throws.
 */
export async function fitRepurchase(
  engine: Engine,
  options: RepurchaseOptions,
  { asOf, windows: [earlier, last] }: RepurchaseInput,
): Promise<FittedRepurchase> {
  const base = { model: 'repurchase', asOf, options } as const;
  try {
    const training = await see(engine, earlier);
    const few = shortage(training, options);
    if (few !== null) return freezeDeep({ ...base, training, holdout: null, classifier: null, reason: few });
    const known = await learnFrom(engine, options, earlier.until, earlier);
    const seen = await see(engine, last);
    const fewer = shortage(seen, options);
    if (fewer !== null) return freezeDeep({ ...base, training, holdout: null, classifier: null, reason: fewer });
    const holdout = { ...seen, ...(await judge(engine, known, last)) };
    const isBetter = holdout.model.auc > holdout.naive.auc;
    return freezeDeep({
      ...{ ...base, training, holdout },
      classifier: isBetter ? await learnFrom(engine, options, last.until, last) : null,
      reason: isBetter ? null : 'the naive rule, who bought last comes first, foretold the last window as well',
    });
  } finally {
    for (const table of Object.values(tables)) await engine.drop(table);
  }
}
