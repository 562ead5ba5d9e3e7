import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { join, name, sql, type Sql } from '../../sql/sql.ts';
import type { Histories } from './histories.ts';
import { daysIn, type Calendar, type Unit } from './unit.ts';

/** Reads columns of numbers, in the order of `order`; the caller bounds the rows. */
async function readColumns<C extends string>(
  engine: Engine,
  from: Sql,
  columns: readonly C[],
  order: readonly string[],
): Promise<Record<C, Float64Array>> {
  const query = sql`select ${join(columns.map((column) => sql`cast(${name(column)} as double) as ${name(column)}`))}
    from (${from}) as bounded order by ${join(order.map((column) => name(column)))}`;
  const read = await engine.numbers(query);
  return Object.fromEntries(columns.map((column, i) => [column, read[i]!])) as Record<C, Float64Array>;
}

/** Histories with the ids of their tuples and what their customers spent. */
export interface NumberedHistories<U extends Unit = Unit> extends Histories<U> {
  readonly id: Float64Array;
  readonly spend: Float64Array;
}

/** Reads tuples from one id up to another, their times in a unit. */
export async function readHistories<U extends Unit>(
  engine: Engine,
  tuples: string,
  unit: U,
  calendar: Calendar,
  range: { readonly from: number; readonly to: number },
): Promise<NumberedHistories<U>> {
  const read = await readColumns(
    engine,
    sql`select * from ${relationName(tuples)} where tuple_id between ${range.from} and ${range.to}`,
    ['tuple_id', 'repeats', 'recency_days', 'age_days', 'customers', 'spend'],
    ['tuple_id'],
  );
  const length = daysIn(unit, calendar);
  const inUnits = (days: Float64Array): Float64Array => days.map((value) => value / length);
  return {
    unit,
    id: read.tuple_id,
    repeats: read.repeats,
    recency: inUnits(read.recency_days),
    age: inUnits(read.age_days),
    customers: read.customers,
    spend: read.spend,
  };
}

/** Distinct pairs of repeat purchases and mean spend, and how many customers have each. */
export interface Spends {
  readonly repeats: Float64Array;
  readonly mean: Float64Array;
  /** ln of the mean. */
  readonly logMean: Float64Array;
  readonly customers: Float64Array;
}

/** Spends with the logarithms that a fit wants again and again. */
export const spendsOf = (spends: Omit<Spends, 'logMean'>): Spends => ({
  ...spends,
  logMean: spends.mean.map((value) => Math.log(value)),
});

/** Reads what repeat buyers spent on average, of a base of bounded rows. */
export async function readSpends(engine: Engine, base: string): Promise<Spends> {
  const { repeats, spend, customers } = await readColumns(
    engine,
    sql`select repeats, spend, count(*) as customers from ${relationName(base)}
      where repeats > 0 and spend > 0 group by repeats, spend`,
    ['repeats', 'spend', 'customers'],
    ['repeats', 'spend'],
  );
  return spendsOf({ repeats, mean: spend.map((total, i) => total / repeats[i]!), customers });
}
