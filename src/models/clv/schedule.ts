import type { ClvOptions } from './options.ts';
import { daysIn, daysInYear, inUnit, meanMonth, span, type Calendar, type Span, type Unit } from './unit.ts';

/** A rate of discount by the period it is stated for: 10 % per year. */
export interface Discount {
  readonly rate: number;
  readonly per: 'week' | 'month' | 'year';
}

/** The ends of the steps of a horizon, in a unit, and what a purchase within each step counts: it is discounted to now from the end of its step. */
export interface Schedule<U extends Unit = Unit> {
  readonly unit: U;
  readonly ends: readonly number[];
  readonly factors: readonly number[];
}

/** The calendar of the options. */
export const calendarOf = ({ month_days: monthDays }: Pick<ClvOptions, 'month_days'>): Calendar => ({ monthDays });

const daysOf = ({ length, unit }: ClvOptions['horizon'], calendar: Calendar): number =>
  length * (unit === 'year' ? daysInYear(calendar) : daysIn(unit, calendar));

/** The horizon of the options in a unit. */
export const horizonIn = <U extends Unit>(horizon: ClvOptions['horizon'], unit: U, calendar: Calendar): Span<U> =>
  inUnit(span(daysOf(horizon, calendar), 'day'), unit, calendar);

/** How many of a unit the period of a rate has. */
const periodIn = (per: Discount['per'], unit: Unit, calendar: Calendar): number =>
  daysOf({ length: 1, unit: per }, calendar) / daysIn(unit, calendar);

/** δ of e^(−δt), per unit: ln(1 + rate) over the units of its period. */
export const forceOfDiscount = ({ rate, per }: Discount, unit: Unit, calendar: Calendar = meanMonth): number =>
  Math.log1p(rate) / periodIn(per, unit, calendar);

/**
 * A horizon in steps of a month, the last one shorter where it does not come out even. A purchase counts as at the end of its step, as in the twelve monthly terms
 * of the usual sum Σ E[purchases of month i] / (1 + d)^i.
 */
export function scheduleOf<U extends Unit>(
  horizon: Span,
  discount: Discount,
  unit: U,
  calendar: Calendar = meanMonth,
): Schedule<U> {
  const whole = inUnit(horizon, unit, calendar).length;
  const step = inUnit(span(1, 'month'), unit, calendar).length;
  const delta = forceOfDiscount(discount, unit, calendar);
  const steps = Math.max(1, Math.ceil(whole / step - 1e-9));
  const ends = Array.from({ length: steps }, (_, i) => (i === steps - 1 ? whole : (i + 1) * step));
  return { unit, ends, factors: ends.map((end) => Math.exp(-delta * end)) };
}
