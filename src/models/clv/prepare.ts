import type { Engine } from '../../engine/engine.ts';
import type { ClvOptions } from './options.ts';
import type { KnownCosts } from './fitted.ts';
import { makeBase, makeDays, type DayFacts, type PurchaseBase, type PurchaseInput } from './purchase-base.ts';
import { calendarOf, horizonIn } from './schedule.ts';
import { tables } from './tables.ts';
import { remark, type Remark } from '../../text/remark.ts';

/** A purchase base as of the day of the input, how its days were counted, and what must be said before models are fitted. */
export interface PreparedClv {
  readonly base: PurchaseBase;
  readonly dayFacts: DayFacts;
  readonly remarks: readonly Remark[];
  /** Where the margin follows from costs; the margins of customers are then in `tables.margins`. */
  readonly costs?: KnownCosts | null;
}

/** Fewer customers are too few for figures of single ones. */
const fewCustomers = 500;

/** Days of the horizon. */
export const horizonDays = (options: ClvOptions): number =>
  horizonIn(options.horizon, 'day', calendarOf(options)).length;

/** Remarks on too little data; none where there are enough. */
function shortages({ facts }: PurchaseBase, options: ClvOptions): Remark[] {
  const days = Math.round(horizonDays(options));
  return [
    ...(facts.customers < fewCustomers
      ? [remark('fewCustomers', { customers: facts.customers, least: fewCustomers })]
      : []),
    ...(facts.historyDays < 2 * days
      ? [remark('shortHistory', { days: facts.historyDays, horizon: days, least: 2 * days })]
      : []),
  ];
}

/** Makes the purchase base: what is known before a model is fitted. */
export async function prepareClv(engine: Engine, options: ClvOptions, input: PurchaseInput): Promise<PreparedClv> {
  const { isNumbered, ...dayFacts } = await makeDays(engine, input, options, tables.days);
  const base = await makeBase(engine, { days: tables.days, isNumbered }, input.asOf, tables);
  return { base, dayFacts, remarks: shortages(base, options) };
}
