import type { Engine } from '../../engine/engine.ts';
import type { PurchaseModel } from './fit-purchases.ts';
import type { Spending } from './fitted.ts';
import type { ClvOptions } from './options.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { readHistories } from './read-histories.ts';
import { calendarOf } from './schedule.ts';
import { appendScores, makeScoreTable, scoreHistories, type Outlook } from './score-histories.ts';
import { sumScores, type Sums } from './totals.ts';
import { daysIn } from './unit.ts';

/** Histories that are scored at a time. */
const page = 100_000;

/** Scores every distinct history of a base, page by page, into a table by `tuple_id`; gives the sums over all customers. */
export async function scoreBase(
  engine: Engine,
  options: ClvOptions,
  base: PurchaseBase,
  { purchases, spending }: { readonly purchases: PurchaseModel; readonly spending: Spending },
  outlook: Outlook,
  target: string,
): Promise<Sums> {
  const calendar = calendarOf(options);
  const sums = { alive: 0, purchases: 0, value: 0 };
  await makeScoreTable(engine, target);
  for (let from = 1; from <= base.facts.histories; from += page) {
    const range = { from, to: from + page - 1 };
    const histories = await readHistories(engine, base.tuples, options.unit, calendar, range);
    const scores = scoreHistories(purchases, histories, outlook);
    await appendScores(engine, target, purchases, histories, scores, daysIn(options.unit, calendar));
    const part = sumScores(histories, scores, spending);
    sums.alive += part.alive;
    sums.purchases += part.purchases;
    sums.value += part.value;
  }
  return sums;
}
