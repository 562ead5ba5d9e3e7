import type { ClvOptions } from './options.ts';
import { calendarOf, forceOfDiscount, horizonIn, scheduleOf } from './schedule.ts';
import type { Outlook } from './score-histories.ts';

/** The outlook of the options: their horizon in months, discounted. */
export function outlookOf(options: ClvOptions): Outlook {
  const calendar = calendarOf(options);
  const horizon = horizonIn(options.horizon, options.unit, calendar);
  return {
    schedule: scheduleOf(horizon, options.discount, options.unit, calendar),
    delta: forceOfDiscount(options.discount, options.unit, calendar),
  };
}
