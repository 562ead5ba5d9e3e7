import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import { compareErrors } from '../evaluation/compare-errors.ts';
import { evaluateTwoClasses } from '../evaluation/evaluate.ts';
import { double } from '../literal.sql.ts';
import { probabilitySql } from './classify.ts';
import { decideContest, type Comparison, type Way } from './contest.ts';
import type { Holdout, RepurchaseClassifier } from './fitted.ts';
import { noRepurchaseScores } from './score.sql.ts';
import type { LabelWindow, SeenWindow } from './window.ts';

/** The probabilities of the model and the naive rule, while they are compared. */
const table = 'working.main.foretold';

/** What foretells a window, learnt from the one before. */
export interface Rivals {
  /** Null: there are too few customers to learn one. */
  readonly model: RepurchaseClassifier | null;
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

const pairs: readonly (readonly [Way, Way])[] = [
  ['model', 'naive rule'],
  ['model', 'one rate'],
  ['naive rule', 'one rate'],
];

/** How well the rivals foretell a window, whose outcomes are in a table. Whoever has no probability of the model is foretold the rate of the window before. */
export async function judge(
  engine: Engine,
  { before }: LabelWindow,
  outcome: string,
  seen: SeenWindow,
  { model, naive, training, incumbent }: Rivals,
): Promise<Omit<Holdout, 'tooFew'>> {
  const rate = training.again / training.customers;
  try {
    await engine.create(
      table,
      sql`select coalesce(modelled.probability, ${double(rate)}) as model, coalesce(ruled.probability, ${double(rate)}) as naive,
          ${double(rate)} as rate, modelled.probability is null as is_unforetold, outcome.outcome = 'yes' as hit
        from ${relationName(outcome)} as outcome
        left join (${model === null ? noRepurchaseScores : probabilitySql(model, before)}) as modelled on modelled.customer_id = outcome.customer_id
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
    const comparisons: Comparison[] = [];
    for (const [first, second] of pairs)
      if (model !== null || first !== 'model') comparisons.push(await compare(engine, first, second));
    return {
      ...seen,
      unforetold: model === null ? 0 : counted!.unforetold,
      rate,
      model: model && (await evaluate('model')),
      naive: await evaluate('naive rule'),
      constant: constantBrier(seen, rate),
      contest: decideContest(incumbent === 'model' && model === null ? 'one rate' : incumbent, comparisons),
    };
  } finally {
    await engine.drop(table);
  }
}
