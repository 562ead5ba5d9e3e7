import type { Engine, Row } from '../../engine/engine.ts';
import { raw, sql } from '../../sql/sql.ts';

const groupShape = {
  segment: 'text?',
  customers: 'integer',
  alive: 'number',
  purchases: 'number',
  value: 'number',
} as const;

/** The valued customers of a segment (null: of none): how many still are customers, what they will buy, and what that is worth. */
export type ClvGroup = Readonly<Row<typeof groupShape>>;

const customerShape = {
  customer_id: 'text',
  value: 'number',
  alive: 'number',
  last: 'day',
  overdue: 'number',
} as const;

/** A valuable customer who should have bought again. */
export type OverdueCustomer = Readonly<Row<typeof customerShape>>;

/** Valuable customers who should have bought again. */
export interface OverdueData {
  /** Customers in the most valuable fifth. */
  readonly valuable: number;
  readonly customers: number;
  readonly value: number;
  /** The most valuable few. */
  readonly first: readonly OverdueCustomer[];
  /** Whom of them one may call; null: nobody. */
  readonly callable: Callable | null;
}

/** Customers who are in files for people where `overdue` is `overdueFrom` or more, `lifetime_value` is `least` or more, and `phone` is not empty: it is where they may be called and have a number. */
export interface Callable {
  readonly customers: number;
  readonly least: number;
}

/** So many of those with the same history would have bought again. */
export const overdueFrom = 0.9;

const shown = 10;

/** The fifth of the valued customers with the highest lifetime value. */
const valuable = sql`(
    select *, ntile(5) over (order by lifetime_value desc, customer_id) as fifth from marts.customer where lifetime_value is not null
  ) as placed where fifth = 1`;

const isOverdue = sql`overdue >= ${overdueFrom}`;

/** Lifetime value by segment. */
export const readClvGroups = (engine: Engine): Promise<ClvGroup[]> =>
  engine.rows(
    sql`select segment, count(*) as customers, sum(cast(p_alive as decimal(18, 6))) as alive,
        sum(cast(expected_purchases as decimal(38, 6))) as purchases, sum(lifetime_value) as value
      from marts.customer where lifetime_value is not null
      group by segment order by length(segment) nulls last, segment nulls last`,
    groupShape,
    1_000,
  );

/** Who of the most valuable fifth should have bought again: how many, what they are worth, and the first few. */
export async function readOverdue(engine: Engine): Promise<OverdueData> {
  const [sums] = await engine.rows(
    sql`select count(*) as valuable, count(case when ${isOverdue} then 1 end) as customers,
        coalesce(sum(case when ${isOverdue} then lifetime_value end), 0) as value
      from ${valuable}`,
    { valuable: 'integer', customers: 'integer', value: 'number' },
    1,
  );
  const first = await engine.rows(
    sql`select customer_id, lifetime_value as value, p_alive as alive, last_purchased_on as last, overdue
      from ${valuable} and ${isOverdue} order by lifetime_value desc, customer_id limit ${raw(String(shown))}`,
    customerShape,
    shown,
  );
  return { ...sums!, first, callable: await readCallable(engine) };
}

/** Counted as the files write values, so that their filters find as many. */
async function readCallable(engine: Engine): Promise<Callable | null> {
  const value = sql`cast(lifetime_value as decimal(38, 2))`;
  const mayCall = sql`cast(overdue as decimal(18, 4)) >= ${overdueFrom} and coalesce(phone_opt_in, false) and has_phone`;
  const [found] = await engine.rows(
    sql`select count(*) as customers, min(${value}) as least
      from marts.customer where ${mayCall}
        and ${value} >= (select min(case when ${mayCall} then ${value} end) from ${valuable})`,
    { customers: 'integer', least: 'number?' },
    1,
  );
  const { customers, least } = found!;
  return least === null ? null : { customers, least };
}
