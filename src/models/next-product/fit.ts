import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { freezeDeep, type FitInput } from '../model.ts';
import { leftOutSegments } from './by-segment.ts';
import { decideRule } from './contest.ts';
import type { FittedNextProduct, Holdout } from './fitted.ts';
import { boughtSql, popularSql, productSql } from './history.sql.ts';
import { truthSql } from './judge.sql.ts';
import { judge } from './judge.ts';
import type { NextProductOptions } from './options.ts';
import { nearestSql, pairSql } from './pair.sql.ts';
import { tables } from './tables.ts';
import type { Rule } from './ways.ts';
import type { WhyNoProduct } from '../../text/en/remarks/buying.ts';

/** Customers of the window, at least: the error of a hit rate is 7 points with so many. */
const leastCustomers = 50;

/** Products on sale, at least: the best sellers are ten of them. */
const leastProducts = 20;

/** Where customers are, to be told apart in the figures, and since when it was known. */
export interface Segments {
  /** `customer_id, segment` */
  readonly query: Sql;
  readonly of: Holdout['segmentsOf'];
}

/** What a fit needs besides its options. */
export interface NextProductInput extends FitInput {
  readonly segments: (since: string) => Promise<Segments>;
  /** `customer_id, segment`: where customers are now. */
  readonly now: Sql;
  /** The model of the night before, null where there is none. */
  readonly former?: FittedNextProduct | null;
}

/** The last day with a purchase of a customer, and the day so many days before it; null: nobody bought anything. */
async function readDays(engine: Engine, within: number): Promise<{ since: string; until: string } | null> {
  const [found] = await engine.rows(
    sql`select max(purchased_on) as until, max(purchased_on) - cast(${within} as integer) as since
      from warehouse.order_line where customer_id is not null and product_id is not null and quantity > 0`,
    { until: 'day?', since: 'day?' },
    1,
  );
  const { until, since } = found!;
  return until === null || since === null ? null : { until, since };
}

/** Histories up to a day, the products, and the pairs among them. */
async function learn(engine: Engine, until: string, options: NextProductOptions): Promise<void> {
  await engine.create(tables.bought, boughtSql(until, options));
  await engine.create(tables.product, productSql(until, options));
  await engine.create(tables.popular, popularSql);
  await engine.create(tables.pair, pairSql);
}

const count = async (engine: Engine, query: Sql): Promise<number> =>
  (await engine.rows(query, { n: 'integer' }, 1))[0]!.n;

/** Texts as one list. */
const listOf = (texts: readonly string[]): Sql => sql`cast(cast(${JSON.stringify(texts)} as json) as varchar[])`;

/** Drops the working tables of a fit that its scores do not need, or all of them. */
async function tidy(engine: Engine, kept: readonly string[]): Promise<void> {
  for (const table of Object.values(tables)) if (!kept.includes(table)) await engine.drop(table);
}

/** Drops all working tables, once the scores are made. */
export const dropNextProduct = (engine: Engine): Promise<void> => tidy(engine, []);

/** What was used the night before for the same question. */
function incumbentOf(former: FittedNextProduct | null, options: NextProductOptions): Rule | null {
  return JSON.stringify(former?.options) === JSON.stringify(options) ? (former?.used ?? null) : null;
}

/** Leaves the tables that scores are made of: the histories, products and neighbours of all purchases. */
async function refit(
  engine: Engine,
  { until, options, rule, without }: { until: string; options: NextProductOptions; rule: Rule; without: Sql },
): Promise<void> {
  await learn(engine, until, options);
  await engine.create(tables.neighbour, nearestSql(rule));
  await engine.create(
    tables.customer,
    sql`select distinct bought.customer_id from ${relationName(tables.bought)} as bought
      left join (${without}) as without on without.customer_id = bought.customer_id
      where bought.place is not null and without.customer_id is null`,
  );
  await tidy(engine, [tables.bought, tables.product, tables.popular, tables.neighbour, tables.customer]);
}

/**
 * What each customer is likely to buy next, by products that the same customers buy: three rules of how products go together (`rules`), learnt from the purchases up to `within_days` before
 * the last one, foretell what was bought after that, against the best sellers and against what the customer bought most often. Used is a rule that beats both by more than one standard
 * error of the paired difference of hits among the first five (`decideRule`); it is then learnt from all purchases. In segments where it finds no more than these, nobody is offered anything
 * (`leftOutSegments`). Reads `warehouse.order_line`, of which nothing is later than the as-of
 * day, and `warehouse.product`. Leaves working tables (`tables`) where something is foretold: whoever calls drops them.
 */
export async function fitNextProduct(
  engine: Engine,
  options: NextProductOptions,
  { asOf, segments, now, former = null }: NextProductInput,
): Promise<FittedNextProduct> {
  const base = { model: 'next_product', asOf, options } as const;
  const nothing = async (reason: WhyNoProduct, holdout: Holdout | null = null): Promise<FittedNextProduct> => {
    await tidy(engine, []);
    return freezeDeep({ ...base, holdout, reason, used: null, leftOut: [] });
  };
  const days = await readDays(engine, options.within_days);
  if (days === null) return nothing({ kind: 'no purchases' });
  await learn(engine, days.since, options);
  await engine.create(tables.truth, truthSql(days));
  const products = await count(
    engine,
    sql`select count(*) as n from ${relationName(tables.product)} as product where is_sold`,
  );
  const customers = await count(
    engine,
    sql`select count(distinct customer_id) as n from ${relationName(tables.truth)} as truth`,
  );
  if (customers < leastCustomers) return nothing({ kind: 'few customers', customers, least: leastCustomers });
  if (products < leastProducts) return nothing({ kind: 'few products', products, least: leastProducts });
  const where = await segments(days.since);
  const judged = await judge(engine, where.query, products);
  const holdout: Holdout = { ...days, customers, products, ...judged, segmentsOf: where.of };
  const used = decideRule(incumbentOf(former, options), judged.comparisons);
  if (used === null) return nothing({ kind: 'not better' }, holdout);
  const leftOut = leftOutSegments(used, holdout.comparisons, holdout.segments);
  const without = sql`select customer_id from (${now}) as segment where segment in (select unnest(${listOf(leftOut)}))`;
  await refit(engine, { until: days.until, options, rule: used, without });
  return freezeDeep({ ...base, holdout, reason: null, used, leftOut });
}
