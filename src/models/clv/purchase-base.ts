import type { Engine } from '../../engine/engine.ts';
import { DataError, ModelError } from '../../errors.ts';
import type { WhyNot } from '../../text/en/why-not.ts';
import { relationName } from '../../sql/relation.ts';
import { sql } from '../../sql/sql.ts';
import { baseSql, daysSql, numberedSql, tuplesSql, type Counting } from './purchase-base.sql.ts';

/** Where purchases are read from: a relation `customer_id, day, sold, returned, is_purchase`, and up to when. */
export interface PurchaseInput {
  readonly relation: string;
  readonly asOf: string;
}

/** Purchase histories as of a day, as tables. */
export interface PurchaseBase {
  readonly asOf: string;
  /** Days with purchases, and of returns that are netted. */
  readonly days: string;
  /** The days have a `number`: some are of returns alone. */
  readonly isNumbered: boolean;
  /** One row per customer: `baseSql`. */
  readonly base: string;
  /** Distinct histories: `tuplesSql`. */
  readonly tuples: string;
  readonly facts: BaseFacts;
}

/** What a base holds. */
export interface BaseFacts {
  readonly customers: number;
  /** Customers who bought again. */
  readonly repeatBuyers: number;
  readonly repeats: number;
  readonly spend: number;
  readonly firstDay: string;
  readonly historyDays: number;
  /** Distinct histories. */
  readonly histories: number;
}

/** How days that are no plain purchases were counted. */
export interface DayFacts {
  /** Days of customers on which something came back. */
  readonly returnDays: number;
  /** Of these, before any purchase that is known: left out. */
  readonly returnsOfNothing: number;
  /** Purchases of no value. */
  readonly zeroPurchases: number;
}

const returnsIn = (purchases: string, asOf: string) =>
  sql`select count(distinct (customer_id, day)) as n from ${relationName(purchases)}
    where returned <> 0 and customer_id is not null and day <= cast(${asOf} as date)`;

/** Makes the table of days that bases are made of. Throws `DataError` where something came back and that is to be refused. */
export async function makeDays(
  engine: Engine,
  { relation, asOf }: PurchaseInput,
  counting: Counting,
  days: string,
): Promise<DayFacts & { readonly isNumbered: boolean }> {
  const [returned] = await engine.rows(returnsIn(relation, asOf), { n: 'integer' }, 1);
  if (counting.returns === 'refuse' && returned!.n > 0)
    throw new DataError(
      `clv: returns must be netted or dropped: on ${returned!.n} days of customers something came back; take returns net or drop`,
    );
  const read = sql`select customer_id, day, sold, returned, is_purchase from ${relationName(relation)}`;
  await engine.create(days, daysSql(read, asOf, counting));
  const [found] = await engine.rows(
    sql`select count(case when not is_purchase then 1 end) as alone, count(case when is_purchase and amount = 0 then 1 end) as zero from ${relationName(days)}`,
    { alone: 'integer', zero: 'integer' },
    1,
  );
  const isNumbered = found!.alone > 0;
  let nothing = 0;
  if (isNumbered) {
    await engine.create(days, numberedSql(days));
    const [lost] = await engine.rows(
      sql`select count(*) as n from ${relationName(days)} where number = 0`,
      { n: 'integer' },
      1,
    );
    nothing = lost!.n;
  }
  return { returnDays: returned!.n, returnsOfNothing: nothing, zeroPurchases: found!.zero, isNumbered };
}

/** Makes a base of days as of a day, with its distinct histories. Throws `ModelError` where nobody bought. */
export async function makeBase(
  engine: Engine,
  days: { readonly days: string; readonly isNumbered: boolean },
  asOf: string,
  names: { readonly base: string; readonly tuples: string },
): Promise<PurchaseBase> {
  await engine.create(names.base, baseSql(days.days, asOf, days.isNumbered));
  const { rows: histories } = await engine.create(names.tuples, tuplesSql(names.base));
  const [facts] = await engine.rows(
    sql`select count(*) as customers, count(case when repeats > 0 then 1 end) as buyers, cast(coalesce(sum(repeats), 0) as bigint) as repeats,
        coalesce(sum(total_spend), 0) as spend, min(first_purchased_on) as first_day,
        date_diff('day', min(first_purchased_on), cast(${asOf} as date)) + 1 as days
      from ${relationName(names.base)}`,
    {
      customers: 'integer',
      buyers: 'integer',
      repeats: 'integer',
      spend: 'number',
      first_day: 'day?',
      days: 'integer?',
    },
    1,
  );
  if (facts!.first_day === null || facts!.days === null)
    throw new ModelError(`clv: somebody must have bought up to ${asOf}; nobody has`, {
      cause: { code: 'nobodyBought', until: asOf } satisfies WhyNot,
    });
  return {
    asOf,
    days: days.days,
    isNumbered: days.isNumbered,
    base: names.base,
    tuples: names.tuples,
    facts: {
      customers: facts!.customers,
      repeatBuyers: facts!.buyers,
      repeats: facts!.repeats,
      spend: facts!.spend,
      firstDay: facts!.first_day,
      historyDays: facts!.days,
      histories,
    },
  };
}
