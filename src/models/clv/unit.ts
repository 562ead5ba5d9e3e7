import { ConfigError } from '../../errors.ts';

/** What time is measured in. */
export const units = ['day', 'week', 'month'] as const;

/** One of them. */
export type Unit = (typeof units)[number];

/** A length of time that knows its unit. One in weeks is not one in days, to the compiler and when it runs. */
export interface Span<U extends Unit = Unit> {
  readonly unit: U;
  readonly length: number;
}

/** A length of time in a unit. */
export const span = <U extends Unit>(length: number, unit: U): Span<U> => ({ unit, length });

/** How long a month is, in days: the one length that a calendar leaves open. A year is twelve of them. */
export interface Calendar {
  readonly monthDays: number;
}

/** The mean month of the Julian year: 365.25 / 12 = 30.4375 days, 4.348 weeks. */
export const meanMonth: Calendar = { monthDays: 365.25 / 12 };

/** Days in one unit. */
export const daysIn = (unit: Unit, { monthDays }: Calendar): number => ({ day: 1, week: 7, month: monthDays })[unit];

/** Days in a year: twelve months. */
export const daysInYear = (calendar: Calendar): number => 12 * daysIn('month', calendar);

/** The same length of time in another unit. */
export const inUnit = <U extends Unit>({ unit, length }: Span, wanted: U, calendar: Calendar): Span<U> =>
  span(unit === wanted ? length : (length * daysIn(unit, calendar)) / daysIn(wanted, calendar), wanted);

/** Throws where a length of time is not in the unit of a model: what the compiler refuses, for JSON and JavaScript. */
export function requireUnit(what: string, unit: Unit, wanted: Unit): void {
  if (unit !== wanted)
    throw new ConfigError(`clv: ${what} must be in ${wanted}s, as the model is; it is in ${unit}s: convert it first`);
}
