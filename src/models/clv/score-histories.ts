import type { Engine } from '../../engine/engine.ts';
import { join, name, raw, sql } from '../../sql/sql.ts';
import { families } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { Histories } from './histories.ts';
import { discountedSum, timingOf } from './predict.ts';
import type { NumberedHistories } from './read-histories.ts';
import type { Schedule } from './schedule.ts';
import { requireUnit, type Unit } from './unit.ts';

/** How far purchases are foretold, and how they are discounted. */
export interface Outlook<U extends Unit = Unit> {
  readonly schedule: Schedule<U>;
  /** δ of the residual purchases, per unit; 0: they are not asked for. */
  readonly delta: number;
}

/** What a model says of distinct histories, column by column; lengths of time in its unit. */
export interface HistoryScores {
  readonly alive: Float64Array;
  /** E[Y(horizon)] */
  readonly expected: Float64Array;
  /** The same, discounted. */
  readonly discounted: Float64Array;
  /** The discounted ones of somebody who is a customer for certain. */
  readonly discountedIfAlive: Float64Array;
  /** DERT; NaN where money does not lose by coming later, so that it would be endless. */
  readonly residual: Float64Array;
}

interface IfAlive {
  readonly expected: number;
  readonly discounted: number;
  readonly residual: number;
}

/** Scores of histories. What is said of those who are still customers depends on x and T alone, and is computed once for each pair. */
export function scoreHistories<U extends Unit>(
  model: PurchaseModel<U>,
  histories: Histories<NoInfer<U>>,
  { schedule, delta }: Outlook<NoInfer<U>>,
): HistoryScores {
  requireUnit('histories', histories.unit, model.unit);
  requireUnit('a horizon', schedule.unit, model.unit);
  const { repeats, recency, age, customers } = histories;
  const [family, parameters] = [families[model.family], parametersOf(model)];
  const [alive, expected, discounted, discountedIfAlive, residual] = Array.from(
    { length: 5 },
    () => new Float64Array(customers.length),
  );
  let [x, byAge] = [-1, new Map<number, IfAlive>()];
  let residualOf: (age: number) => number = () => NaN;
  const ifAlive = (T: number): IfAlive => {
    const known = byAge.get(T);
    if (known) return known;
    let last = 0;
    const sum = discountedSum(schedule, (length) => (last = family.expectedIfAlive(parameters, x, T, length)));
    const made = {
      expected: last,
      discounted: sum,
      residual: residualOf(T),
    };
    byAge.set(T, made);
    return made;
  };
  for (let i = 0; i < customers.length; i++) {
    if (repeats[i] !== x) {
      [x, byAge] = [repeats[i]!, new Map<number, IfAlive>()];
      if (delta > 0) residualOf = family.residualIfAlive(parameters, x, delta);
    }
    const still = family.alive(parameters, x, recency[i]!, age[i]!);
    const then = ifAlive(age[i]!);
    alive![i] = still;
    expected![i] = still * then.expected;
    discounted![i] = still * then.discounted;
    discountedIfAlive![i] = then.discounted;
    residual![i] = still * then.residual;
  }
  return {
    ...{ alive: alive!, expected: expected!, discounted: discounted! },
    ...{ discountedIfAlive: discountedIfAlive!, residual: residual! },
  };
}

/** The columns of a table of scores of distinct histories; days from the as-of day or from the last purchase. */
const columns = [
  'p_alive',
  'expected_purchases',
  'discounted_purchases',
  'discounted_if_alive',
  'residual_purchases',
] as const;
const times = ['interval_days', 'wait_days', 'overdue'] as const;

/** Writes scores of numbered histories behind those of a table. */
export async function appendScores(
  engine: Engine,
  table: string,
  model: PurchaseModel,
  histories: NumberedHistories,
  scores: HistoryScores,
  unitDays: number,
): Promise<void> {
  const r = model.parameters['r']!;
  const alpha = model.parameters['alpha']!;
  const [interval, wait, overdue] = times.map(() => new Float64Array(histories.id.length));
  histories.id.forEach((_, i) => {
    const timing = timingOf(r, alpha, histories.repeats[i]!, histories.recency[i]!, histories.age[i]!);
    interval![i] = timing.interval * unitDays;
    wait![i] = timing.wait * unitDays;
    overdue![i] = timing.overdue;
  });
  const { alive, expected, discounted, discountedIfAlive, residual } = scores;
  const of = [alive, expected, discounted, discountedIfAlive, residual];
  await engine.fill(table, [histories.id, ...of, interval!, wait!, overdue!]);
}

/** Makes an empty table for them. */
export async function makeScoreTable(engine: Engine, table: string): Promise<void> {
  const typed = ['tuple_id', ...columns, ...times].map(
    (column) => sql`cast(null as ${raw(column === 'tuple_id' ? 'integer' : 'double')}) as ${name(column)}`,
  );
  await engine.create(table, sql`select ${join(typed)} where false`);
}
