import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import { compareErrors } from '../evaluation/compare-errors.ts';
import { evaluateTwoClasses } from '../evaluation/evaluate.ts';
import { double } from '../literal.sql.ts';
import { probabilitySql } from './classify.ts';
import { decideContest, type Comparison, type Way } from './contest.ts';
import type { Holdout, RepurchaseClassifier } from './fitted.ts';
import type { LabelWindow, SeenWindow } from './window.ts';

/** The probabilities of the model and the naive rule, while they are compared. */
const table = 'models.working_foretold';

/** What foretells a window, learnt from the one before. */
export interface Rivals {
  readonly model: RepurchaseClassifier;
  readonly naive: RepurchaseClassifier;
  readonly training: SeenWindow;
  /** What was used the night before. */
  readonly incumbent: Way;
}

const columns: Readonly<Record<Way, Sql>> = {
  'one rate': raw('rate'),
  'naive rule': raw('naive'),
  model: raw('model'),
};

/** Brier score of foretelling everyone of a window the rate of the one before. */
function constantBrier({ customers, again }: SeenWindow, foretold: number): number {
  const rate = again / customers;
  return rate * (1 - foretold) ** 2 + (1 - rate) * foretold ** 2;
}

async function compare(engine: Engine, first: Way, second: Way): Promise<Comparison> {
  const forecast = sql`select ${columns[first]} as first, ${columns[second]} as second, hit from ${relationName(table)}`;
  return { first, second, ...(await compareErrors(engine, forecast)) };
}

/** How well the rivals foretell a window, whose outcomes are in a table. Whoever has no probability of the model is foretold the rate of the window before. */
export async function judge(
  engine: Engine,
  { before }: LabelWindow,
  outcome: string,
  seen: SeenWindow,
  { model, naive, training, incumbent }: Rivals,
): Promise<Holdout> {
  const rate = training.again / training.customers;
  try {
    await engine.create(
      table,
      sql`select coalesce(modelled.probability, ${double(rate)}) as model, coalesce(ruled.probability, ${double(rate)}) as naive,
          ${double(rate)} as rate, modelled.probability is null as is_unforetold, outcome.outcome = 'yes' as hit
        from ${relationName(outcome)} as outcome
        left join (${probabilitySql(model, before)}) as modelled on modelled.customer_id = outcome.customer_id
        left join (${probabilitySql(naive, before)}) as ruled on ruled.customer_id = outcome.customer_id`,
    );
    const foretold = relationName(table);
    const [counted] = await engine.rows(
      sql`select count(case when is_unforetold then 1 end) as unforetold from ${foretold}`,
      { unforetold: 'integer' },
      1,
    );
    const evaluate = (way: Way) =>
      evaluateTwoClasses(engine, sql`select ${columns[way]} as score, hit from ${foretold}`, null);
    return {
      ...seen,
      ...counted!,
      rate,
      model: await evaluate('model'),
      naive: await evaluate('naive rule'),
      constant: constantBrier(seen, rate),
      contest: decideContest(incumbent, [
        await compare(engine, 'model', 'naive rule'),
        await compare(engine, 'model', 'one rate'),
        await compare(engine, 'naive rule', 'one rate'),
      ]),
    };
  } finally {
    await engine.drop(table);
  }
}
