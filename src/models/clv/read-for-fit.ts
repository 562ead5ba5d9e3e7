import type { Engine } from '../../engine/engine.ts';
import type { ClvOptions } from './options.ts';
import { sampleSql, tuplesSql } from './purchase-base.sql.ts';
import type { PurchaseBase } from './purchase-base.ts';
import { readHistories, readSpends, type NumberedHistories, type Spends } from './read-histories.ts';
import { calendarOf } from './schedule.ts';
import { tables } from './tables.ts';

/** What models are fitted to. */
export interface Learnt {
  readonly histories: NumberedHistories;
  readonly spends: Spends;
  readonly customers: number;
}

/** Reads histories and spends for a fit: of all customers, or of a sample by hash where they are too many. */
export async function readForFit(engine: Engine, options: ClvOptions, base: PurchaseBase): Promise<Learnt> {
  const { facts } = base;
  const calendar = calendarOf(options);
  const isWhole = Math.max(facts.histories, facts.repeatBuyers) <= options.most;
  const from = isWhole ? base : { base: tables.sample, tuples: tables.sampleTuples };
  if (!isWhole) {
    await engine.create(tables.sample, sampleSql(base.base, options.most));
    await engine.create(tables.sampleTuples, tuplesSql(tables.sample));
  }
  const histories = await readHistories(engine, from.tuples, options.unit, calendar, { from: 1, to: options.most });
  const spends = await readSpends(engine, from.base);
  return { histories, spends, customers: isWhole ? facts.customers : options.most };
}
