import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { dayAfter, daysBetween } from './days.ts';
import { fitPurchases } from './fit-purchases.ts';
import { fitSpending } from './fit-spending.ts';
import type { ClvOptions } from './options.ts';
import { horizonDays } from './prepare.ts';
import { makeBase, type PurchaseBase } from './purchase-base.ts';
import { readForFit } from './read-for-fit.ts';
import { calendarOf } from './schedule.ts';
import type { Outlook } from './score-histories.ts';
import { scoreBase } from './score-base.ts';
import { tables } from './tables.ts';
import { daysIn, span, type Span } from './unit.ts';
import { validate } from './validate.ts';
import type { Validation } from './validation.ts';
import type { Remark } from '../../text/remark.ts';

/** One step, nothing discounted: how many purchases come in a length of time. */
const plainly = ({ unit, length }: Span): Outlook => ({ schedule: { unit, ends: [length], factors: [1] }, delta: 0 });

/** Days of history that a fit has at least. */
export const leastHistory = 14;

/** The last day of the calibration; null: nothing is held out. */
export function calibrationEnd({ holdout, ...options }: ClvOptions, { asOf, facts }: PurchaseBase): string | null {
  if (holdout === 'none') return null;
  if (holdout === 'auto') {
    const days = Math.min(Math.round(horizonDays({ holdout, ...options })), Math.floor(facts.historyDays / 2));
    return facts.historyDays - days < leastHistory ? null : dayAfter(asOf, -days);
  }
  const until = typeof holdout === 'string' ? holdout : dayAfter(asOf, -holdout.days);
  if (until >= asOf || daysBetween(facts.firstDay, until) + 1 < leastHistory)
    throw new ConfigError(
      `clv: the holdout must begin at least ${leastHistory} days after the first purchase, on ${facts.firstDay}, and before ${asOf}; the calibration would end on ${until}`,
    );
  return until;
}

/** Fits to the calibration, foretells the holdout, and compares. */
export async function validateOn(
  engine: Engine,
  options: ClvOptions,
  base: PurchaseBase,
  until: string,
): Promise<Validation> {
  const unitDays = daysIn(options.unit, calendarOf(options));
  const names = { base: tables.calibration, tuples: tables.calibrationTuples };
  const calibration = await makeBase(engine, base, until, names);
  const { histories, spends } = await readForFit(engine, options, calibration);
  const purchases = fitPurchases(options.model, histories);
  const told: Remark[] = [];
  const spending = fitSpending(spends, calibration, told);
  const remarks = [...told, ...purchases.remarks, ...(spending.model?.remarks ?? [])];
  const models = { purchases, spending, remarks };
  const horizon = span(daysBetween(until, base.asOf) / unitDays, options.unit);
  await scoreBase(engine, options, calibration, models, plainly(horizon), tables.calibrationScores);
  return validate(
    engine,
    models,
    calibration,
    { scores: tables.calibrationScores, foretold: tables.foretold },
    base.asOf,
    unitDays,
  );
}
