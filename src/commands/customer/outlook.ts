import type { Engine } from '../../engine/engine.ts';
import { ways, type Way } from '../../models/repurchase/contest.ts';
import { sql } from '../../sql/sql.ts';
import type { Format } from '../../text/format.ts';
import { count } from '../words.ts';

/** What is foretold of a customer. */
export interface Outlook {
  /** To buy again within so many days after a day, the last one on which purchases are known. */
  readonly probability: number;
  readonly within_days: number;
  readonly after: string;
  /** What foretells it. Null: it is not known, in a release of a version that did not tell. */
  readonly by: Way | null;
  /** How well that foretold the last days that are known; null likewise. Brier scores: mean squared errors, of `by` and of one rate for everybody. */
  readonly measured: { readonly customers: number; readonly brier: number; readonly one_rate: number } | null;
  /** What foretold it in the fit before, where that was another. */
  readonly was: Way | null;
}

const path = (of: string) => sql`json_extract_string(fitted, ${`$.${of}`})`;
const number = (of: string) => sql`try_cast(${path(of)} as double)`;

const shape = {
  probability: 'number',
  within_days: 'integer',
  after: 'day',
  used_by: 'text?',
  incumbent: 'text?',
  customers: 'number?',
  model: 'number?',
  naive: 'number?',
  one_rate: 'number?',
} as const;

const wayOf = (text: string | null): Way | null => ways.find((way) => way === text) ?? null;

/** Null where nothing is foretold: no such step, a prospect, a lapsed customer. `tables`: those that there are. */
export async function readOutlook(engine: Engine, tables: ReadonlySet<string>, id: string): Promise<Outlook | null> {
  if (!tables.has('scores.repurchase')) return null;
  const [found] = await engine.rows(
    sql`select probability, cast(${path('options.within_days')} as integer) as within_days, ${path('holdout.until')} as after,
        ${path('used.by')} as used_by, ${path('holdout.contest.incumbent')} as incumbent, ${number('holdout.customers')} as customers,
        ${number('holdout.model.brier')} as model, ${number('holdout.naive.brier')} as naive, ${number('holdout.constant')} as one_rate
      from scores.repurchase join models.fitted on model = 'repurchase' where customer_id = ${id}`,
    shape,
    1,
  );
  if (!found) return null;
  const { used_by: used, incumbent, customers, model, naive, one_rate: oneRate, ...foretold } = found;
  const by = wayOf(used);
  const brier = by === 'model' ? model : naive;
  const was = wayOf(incumbent);
  const isKnown = by !== null && customers !== null && brier !== null && oneRate !== null;
  return {
    ...foretold,
    by,
    measured: isKnown ? { customers, brier, one_rate: oneRate } : null,
    was: was === by ? null : was,
  };
}

const words: Readonly<Record<Way, string>> = {
  model: 'the model',
  'naive rule': 'recency alone',
  'one rate': 'one rate for everybody',
};

/** What is foretold of a customer, by what, and how far that can be believed. `asOf`: the day of the release. */
export function sayOutlook(outlook: Outlook, asOf: string, f: Format): string {
  const { probability, within_days: days, after, by, measured, was } = outlook;
  const said = `${f.share(probability)} to buy again within ${f.whole(days)} days${after === asOf ? '' : ` after ${f.day(after)}`}`;
  if (by === null) return said;
  const change =
    was === null ? '' : was === 'one rate' ? ' (new: nothing was foretold before)' : ` (new: it was by ${words[was]})`;
  const trial =
    measured === null
      ? ''
      : `; tried on ${count(measured.customers, 'customer')}: Brier score ${f.fixed(measured.brier, 3)}, of one rate for everybody ${f.fixed(measured.one_rate, 3)}`;
  return `${said}, by ${words[by]}${change}${trial}`;
}
