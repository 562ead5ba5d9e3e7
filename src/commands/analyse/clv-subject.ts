import type { Engine } from '../../engine/engine.ts';
import { DataError } from '../../errors.ts';
import type { PurchaseInput } from '../../models/clv/purchase-base.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import type { ReadingOptions } from '../files/data-file.ts';
import { roles, type GivenColumns } from '../files/guess-columns.ts';
import { openTransactions } from '../files/open-transactions.ts';
import { lines, makeLines } from '../files/transactions.ts';
import { requireDay } from '../require-day.ts';
import { count } from '../words.ts';
import { refuseBoth, refuseOfFile, withEngine, withRelease } from './with-engine.ts';

/** Where purchases come from. */
export interface ClvSource extends ReadingOptions, Omit<GivenColumns, 'discount' | 'order'> {
  /** A CSV or Parquet file of orders or order lines; left out: the current release of the store. */
  readonly file?: string;
  readonly store?: string;
  /** The day up to which the file is read; left out: its last one. */
  readonly asOf?: string;
  readonly skipMissing?: true;
}

/** Purchases to be modelled. */
export interface ClvSubject {
  readonly engine: Engine;
  readonly shownAs: string;
  readonly input: PurchaseInput;
  /** Share of the net amounts that is left when the goods are paid, of lines whose cost is known; null: no cost is, or of a file. */
  readonly margin: number | null;
  /** ISO 4217; null: of a file. */
  readonly currency: string | null;
}

const purchases = 'models.working_clv_purchase';

/** Opens the purchases of a file or of a release; what lives meanwhile is gone afterwards. */
export async function withPurchases<T>(
  options: ClvSource,
  effects: Effects,
  use: (subject: ClvSubject) => Promise<T>,
): Promise<T> {
  refuseBoth(options.file, options.store);
  return options.file === undefined ? ofRelease(options, effects, use) : ofFile(options.file, options, effects, use);
}

async function ofRelease<T>(
  options: ClvSource,
  effects: Effects,
  use: (subject: ClvSubject) => Promise<T>,
): Promise<T> {
  const { discount: _, order: __, ...columns } = roles;
  refuseOfFile(options, ['asOf', 'dateFormat', 'decimalMark', 'nulls', 'skipMissing', ...Object.keys(columns)]);
  const orders = 'warehouse.customer_order';
  return withRelease(options.store, effects, [orders], async (engine, { run, asOf }) => {
    await engine.define(
      purchases,
      sql`select customer_id, purchased_on as day, sold_amount - sold_discount as sold,
          net_amount - (sold_amount - sold_discount) as returned, is_purchase
        from ${relationName(orders)}`,
    );
    const [known] = await engine.rows(
      sql`select coalesce(sum(cost), 0) as cost, coalesce(sum(net_amount - net_amount_without_cost), 0) as net from ${relationName(orders)} where customer_id is not null`,
      { cost: 'number', net: 'number' },
      1,
    );
    const share = known!.net > 0 && known!.cost > 0 ? 1 - known!.cost / known!.net : null;
    const [setting] = await engine.rows(sql`select currency from warehouse.setting`, { currency: 'text' }, 1);
    const { currency } = setting!;
    return use({ engine, shownAs: run, input: { relation: purchases, asOf }, margin: share, currency });
  });
}

async function ofFile<T>(
  shownAs: string,
  options: ClvSource,
  effects: Effects,
  use: (subject: ClvSubject) => Promise<T>,
): Promise<T> {
  requireDay('--as-of', options.asOf);
  return withEngine(effects, undefined, async (engine, temporary) => {
    const { customer, date, amount, quantity, decimalMark, nulls, dateFormat } = options;
    const given = { customer, date, amount, quantity, decimalMark, nulls, dateFormat };
    const told = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
    const opened = await openTransactions(engine, shownAs, temporary, told, () => [], effects);
    const { file, columns } = opened;
    const withoutValue = await makeLines(engine, file, columns, {
      dateFormat: opened.dateFormat,
      skipMissing: options.skipMissing,
    });
    const [known] = await engine.rows(
      sql`select max(day) as last, count(*) - count(customer_id) as nobody,
          count(case when customer_id is not null and day > cast(${options.asOf ?? null} as date) then 1 end) as later
        from ${relationName(lines)}`,
      { last: 'day?', nobody: 'integer', later: 'integer' },
      1,
    );
    const asOf = options.asOf ?? known!.last;
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
    return use({ engine, shownAs, input: { relation: purchases, asOf }, margin: null, currency: null });
  });
}
