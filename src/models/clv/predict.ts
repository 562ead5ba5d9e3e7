import { families } from './families.ts';
import { parametersOf, type PurchaseModel } from './fit-purchases.ts';
import type { History } from './histories.ts';
import { forceOfDiscount, type Discount, type Schedule } from './schedule.ts';
import { requireUnit, type Calendar, type Span, type Unit } from './unit.ts';

/** P(alive): the probability that someone with a history is still a customer. */
export function probabilityAlive<U extends Unit>(model: PurchaseModel<U>, history: History<NoInfer<U>>): number {
  requireUnit('a history', history.unit, model.unit);
  return families[model.family].alive(parametersOf(model), history.repeats, history.recency, history.age);
}

/** E[Y(t) | x, t_x, T]: purchases to expect of someone with a history in a length of time from now. */
export function expectedPurchases<U extends Unit>(
  model: PurchaseModel<U>,
  history: History<NoInfer<U>>,
  horizon: Span<NoInfer<U>>,
): number {
  requireUnit('a horizon', horizon.unit, model.unit);
  const ifAlive = families[model.family].expectedIfAlive;
  return probabilityAlive(model, history) * ifAlive(parametersOf(model), history.repeats, history.age, horizon.length);
}

/** The same, each purchase discounted from the end of its step. */
export function discountedPurchases<U extends Unit>(
  model: PurchaseModel<U>,
  history: History<NoInfer<U>>,
  schedule: Schedule<NoInfer<U>>,
): number {
  requireUnit('a horizon', schedule.unit, model.unit);
  const [ifAlive, parameters] = [families[model.family].expectedIfAlive, parametersOf(model)];
  const sum = discountedSum(schedule, (length) => ifAlive(parameters, history.repeats, history.age, length));
  return probabilityAlive(model, history) * sum;
}

/** Σ (E(tᵢ) − E(tᵢ₋₁)) · factorᵢ over the steps of a schedule. */
export function discountedSum({ ends, factors }: Schedule, expectedUpTo: (length: number) => number): number {
  let [sum, before] = [0, 0];
  ends.forEach((end, i) => {
    const now = expectedUpTo(end);
    sum += (now - before) * factors[i]!;
    before = now;
  });
  return sum;
}

/** DERT: purchases to expect from now on without end, discounted continuously (Fader, Hardie & Lee 2005, JMR). */
export function residualPurchases<U extends Unit>(
  model: PurchaseModel<U>,
  history: History<NoInfer<U>>,
  discount: Discount,
  calendar?: Calendar,
): number {
  const delta = forceOfDiscount(discount, model.unit, calendar);
  const ifAlive = families[model.family].residualIfAlive;
  return probabilityAlive(model, history) * ifAlive(parametersOf(model), history.repeats, delta)(history.age);
}

/** E[X(t)]: repeat purchases to expect of a new customer in a length of time after the first purchase. */
export function expectedOfNew<U extends Unit>(model: PurchaseModel<U>, horizon: Span<NoInfer<U>>): number {
  requireUnit('a horizon', horizon.unit, model.unit);
  return families[model.family].expectedOfNew(parametersOf(model), horizon.length);
}

/** When someone buys, at the rates that purchases show, as long as they are a customer; lengths in the unit of the model. */
export interface Timing {
  /** After the last purchase, half of such customers have bought again by then. */
  readonly interval: number;
  /** The same from now on. */
  readonly wait: number;
  /** The share of such customers who would have bought again by now: 0.5 where the interval has just passed, near 1 long overdue. */
  readonly overdue: number;
}

/**
 * Times to the next purchase. After x repeat purchases in t_x the rate is λ ~ Gamma(r + x, α + t_x), so the time to the next one is Lomax: P(longer than t) = (1 + t/(α + t_x))^−(r + x);
 * given that nothing came until T, with α + T instead.
 */
export function timingOf(r: number, alpha: number, repeats: number, recency: number, age: number): Timing {
  const k = r + repeats;
  const half = Math.expm1(Math.LN2 / k);
  return {
    interval: (alpha + recency) * half,
    wait: (alpha + age) * half,
    overdue: -Math.expm1(-k * Math.log1p((age - recency) / (alpha + recency))),
  };
}
