import type { Engine } from '../../engine/engine.ts';
import { DataError } from '../../errors.ts';
import type { KnownCosts } from '../../models/clv/fitted.ts';
import { purchases, readOrders, sayMargin } from '../../models/clv/of-orders.ts';
import type { ClvOptions } from '../../models/clv/options.ts';
import type { PurchaseInput } from '../../models/clv/purchase-base.ts';
import { isFitted, type ValuedOrders } from '../../models/clv/value-orders.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import type { ReadingOptions } from '../files/data-file.ts';
import { roles, type GivenColumns } from '../files/guess-columns.ts';
import { openTransactions } from '../files/open-transactions.ts';
import { lines, makeLines } from '../files/transactions.ts';
import { requireDay } from '../require-day.ts';
import { count } from '../words.ts';
import { readClvOptions, type ClvFlags } from './clv-options.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './with-engine.ts';
import { inEnglish } from '../../text/remark.ts';

/** Where purchases come from. */
export interface ClvSource extends ReadingOptions, Omit<GivenColumns, 'discount' | 'order'> {
  /** A CSV or Parquet file of orders or order lines; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** The day up to which the file is read; left out: its last one. */
  readonly asOf?: string;
  readonly skipMissing?: true;
  /** File to write the scores of every customer to. */
  readonly scores?: string;
}

/** Purchases to be modelled. */
export interface ClvSubject {
  readonly engine: Engine;
  readonly shownAs: string;
  readonly input: PurchaseInput;
  /** The options, with the margin that follows from the costs of a release. */
  readonly options: ClvOptions;
  /** What that margin rests on; null: it is none of costs. */
  readonly costs: KnownCosts | null;
  /** What must be said of the margin. */
  readonly remarks: readonly string[];
  /** ISO 4217; null: of a file. */
  readonly currency: string | null;
}

type Use<T> = (subject: ClvSubject) => Promise<T>;

/** Opens the purchases of a file or of a release; what lives meanwhile is gone afterwards. */
export async function withPurchases<T>(source: ClvSource & ClvFlags, effects: Effects, use: Use<T>) {
  const options = readClvOptions(source);
  refuseBoth(source.file, source.store);
  return source.file === undefined
    ? ofRelease(source, effects, use)
    : ofFile(source.file, source, options, effects, use);
}

async function ofRelease<T>(source: ClvSource & ClvFlags, effects: Effects, use: Use<T>): Promise<T> {
  const { discount: _, order: __, ...columns } = roles;
  refuseOfFile(source, ['asOf', 'dateFormat', 'decimalMark', 'nulls', 'skipMissing', ...Object.keys(columns)]);
  return withRelease(
    { store: source.store, writes: source.scores },
    effects,
    ['warehouse.customer_order', 'models.fitted'],
    async (engine, { run, asOf }) => {
      const [setting] = await engine.rows(sql`select currency from warehouse.setting`, { currency: 'text' }, 1);
      const usual = await optionsOfStep(engine);
      const { remarks, ...orders } = await readOrders(engine, readClvOptions(source, usual ?? {}), asOf);
      const margin = sayMargin(orders.options, orders.costs);
      const ofStep = usual === null ? [] : ['what is not given here is as in the step clv of the pipeline'];
      const told = [...ofStep, ...inEnglish(remarks), ...(margin === null ? [] : [margin])];
      return use({ engine, shownAs: run, ...setting!, ...orders, remarks: told });
    },
  );
}

/** The options that the release was valued by, where it was; a margin that follows from costs does so again. */
async function optionsOfStep(engine: Engine): Promise<Partial<ClvOptions> | null> {
  const rows = await engine.rows(sql`select fitted from models.fitted where model = 'clv'`, { fitted: 'text' }, 1);
  const [stored] = rows.map(({ fitted }) => JSON.parse(fitted) as ValuedOrders);
  if (stored === undefined) return null;
  const { margin, ...options } = stored.options;
  return isFitted(stored) && stored.costs !== null
    ? options
    : { ...options, ...(margin === undefined ? {} : { margin }) };
}

async function ofFile<T>(
  shownAs: string,
  source: ClvSource,
  options: ClvOptions,
  effects: Effects,
  use: Use<T>,
): Promise<T> {
  requireDay('--as-of', source.asOf);
  return withEngine(effects, { reads: shownAs, writes: source.scores }, async (engine, temporary) => {
    const { customer, date, amount, quantity, decimalMark, nulls, dateFormat } = source;
    const given = { customer, date, amount, quantity, decimalMark, nulls, dateFormat };
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const opened = await openTransactions(engine, shownAs, temporary, told, () => [], effects);
    const { file, columns } = opened;
    const withoutValue = await makeLines(engine, file, columns, {
      dateFormat: opened.dateFormat,
      skipMissing: source.skipMissing,
    });
    const [known] = await engine.rows(
      sql`select max(day) as last, count(*) - count(customer_id) as nobody,
          count(case when customer_id is not null and day > cast(${source.asOf ?? null} as date) then 1 end) as later
        from ${relationName(lines)}`,
      { last: 'day?', nobody: 'integer', later: 'integer' },
      1,
    );
    const asOf = source.asOf ?? known!.last;
    if (asOf === null)
      throw new DataError(
        `${shownAs}: must hold purchases; it has no rows${withoutValue > 0 ? ' with all values' : ''}`,
      );
    const leftOut = {
      'without a date, an amount or a quantity': withoutValue,
      'without a customer': known!.nobody,
      [`after ${asOf}`]: known!.later,
    };
    for (const [which, rows] of Object.entries(leftOut))
      if (rows > 0) effects.say(`${shownAs}: ${count(rows, 'row')} ${which} left out`);
    await engine.define(
      purchases,
      sql`select customer_id, day, case when is_return then 0 else amount end as sold,
          case when is_return then amount else 0 end as returned, not is_return as is_purchase
        from ${relationName(lines)}`,
    );
    const remarks =
      options.margin === undefined ? ['no cost is known, so value is in spend; --margin 30% makes it margin'] : [];
    return use({
      engine,
      shownAs,
      input: { relation: purchases, asOf },
      options,
      costs: null,
      remarks,
      currency: null,
    });
  });
}
