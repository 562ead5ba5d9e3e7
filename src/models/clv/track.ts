import type { Engine } from '../../engine/engine.ts';
import { mostDays } from './days.ts';
import { families } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { repeatsByWeekSql, startsSql } from './validate.sql.ts';
import type { TrackedWeek } from './validation.ts';

/**
 * Repeat purchases of the customers of a base up to the end of each week since its first day, as they came and as a model has them: Σ customers who first bought on
 * a day · E[X(weeks since)]. Week w ends before day 7w, counted from 0 (Fader, Hardie & Lee 2005, figure 3).
 *
 * @param lastDay the last day that is known, from 0
 */
export async function track(
  engine: Engine,
  model: PurchaseModel,
  base: PurchaseBase,
  lastDay: number,
  unitDays: number,
): Promise<TrackedWeek[]> {
  const { firstDay } = base.facts;
  const starts = await engine.rows(startsSql(base.base, firstDay), { day: 'integer', customers: 'integer' }, mostDays);
  const made = await engine.rows(
    repeatsByWeekSql(base.base, base.days, firstDay),
    { week: 'integer', purchases: 'integer' },
    mostDays,
  );
  const [family, parameters] = [families[model.family], parametersOf(model)];
  const expectedAfter = Array.from({ length: lastDay + 1 }, (_, day) =>
    family.expectedOfNew(parameters, day / unitDays),
  );
  const weeks = Math.floor((lastDay + 1) / 7);
  let [at, actual] = [0, 0];
  return Array.from({ length: weeks }, (_, i) => {
    const end = 7 * (i + 1) - 1;
    for (; at < made.length && made[at]!.week <= i; at++) actual += made[at]!.purchases;
    const expected = starts.reduce(
      (sum, { day, customers }) => (day <= end ? sum + customers * expectedAfter[end - day]! : sum),
      0,
    );
    return { week: i + 1, actual, expected };
  });
}
