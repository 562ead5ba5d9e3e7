import { relationName } from '../../sql/relation.ts';
import { literal, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { tables } from './tables.ts';
import type { Way } from './ways.ts';

/** Days of a holdout: after `since`, up to `until`. */
export interface Days {
  readonly since: string;
  readonly until: string;
}

const bought = relationName(tables.bought);
const truth = relationName(tables.truth);
const list = relationName(tables.list);
const result = relationName(tables.result);

/** What customers who had bought before bought in the window: one row per customer and product. */
export const truthSql = ({ since, until }: Days): Sql => sql`select line.customer_id, line.product_id
  from warehouse.order_line as line
  join (select distinct customer_id from ${bought} as bought where place is not null) as known
    on known.customer_id = line.customer_id
  where line.quantity > 0 and line.product_id is not null
    and line.purchased_on > cast(${literal(since)} as date) and line.purchased_on <= cast(${literal(until)} as date)
  group by line.customer_id, line.product_id`;

/** Lists are measured at these lengths. */
export const lengths = [5, 10] as const;

/** Steps of an average precision: sums of whole numbers are the same in any order. */
export const precisionSteps = 1_000_000;

/** The least common multiple of 1 to 10: precisions at these ranks are whole numbers of its parts. */
const parts = 2520;

const precisionAt = (length: number): Sql => sql`cast(round(cast(${whole(precisionSteps)} as double)
    * coalesce(sum(case when is_hit = 1 and rank <= ${whole(length)} then ${whole(parts)} * so_far // rank end), 0)
    / (${whole(parts)} * case when wanted < ${whole(length)} then wanted else ${whole(length)} end)) as bigint)`;

const hitAt = (length: number): Sql => sql`coalesce(max(case when rank <= ${whole(length)} then is_hit end), 0)`;

/**
 * How well the lists of a way foretold each customer of the window. A hit: one of the first k products was bought. Average precision at k: the mean, over min(k, products bought), of
 * hits so far / rank at the ranks of hits (Manning, Raghavan & Schütze 2008, ch. 8.4, cut at k).
 */
export const resultSql = (way: Way, segments: Sql): Sql => sql`with
  wanted as (select customer_id, count(*) as wanted from ${truth} as truth group by customer_id),
  marked as (
    select list.customer_id, list.rank, case when truth.customer_id is null then 0 else 1 end as is_hit
    from ${list} as list
    left join ${truth} as truth on truth.customer_id = list.customer_id and truth.product_id = list.product_id
  ),
  counted as (
    select marked.*, cast(sum(is_hit) over (
      partition by customer_id order by rank rows between unbounded preceding and current row) as bigint) as so_far
    from marked
  )
  select ${literal(way)} as way, wanted.customer_id, segment.segment,
    ${hitAt(lengths[0])} as hit_5, ${hitAt(lengths[1])} as hit_10,
    ${precisionAt(lengths[0])} as precision_5, ${precisionAt(lengths[1])} as precision_10
  from wanted
  left join counted on counted.customer_id = wanted.customer_id
  left join (${segments}) as segment on segment.customer_id = wanted.customer_id
  group by wanted.customer_id, wanted.wanted, segment.segment`;

const measures = ['hit_5', 'hit_10', 'precision_5', 'precision_10'] as const;

/** Sums of the measures and of their squares by way; of segments too. */
export const totalsSql = (by: 'way' | 'segment'): Sql => {
  const group = by === 'way' ? sql`way` : sql`way, segment`;
  const sums = measures.map((measure) => `cast(sum(${measure}) as hugeint) as ${measure}, cast(sum(cast(${measure} as hugeint) * ${measure}) as hugeint) as ${measure}_squares`); // prettier-ignore
  return sql`select ${group}, count(*) as customers, ${{ parts: [sums.join(', ')] }} from ${result} as result
    group by ${group} order by ${group}`;
};

/** How often each of two ways hit where the other did not: the sum of the differences and of their squares; of segments too. */
export const differenceSql = (by: 'all' | 'segment'): Sql => {
  const group = by === 'all' ? sql`one.way, other.way` : sql`one.segment, one.way, other.way`;
  return sql`select one.way as first, other.way as second, ${by === 'all' ? sql`cast(null as varchar)` : sql`one.segment`} as segment, count(*) as customers,
    cast(sum(one.hit_5 - other.hit_5) as hugeint) as sum,
    cast(sum((one.hit_5 - other.hit_5) * (one.hit_5 - other.hit_5)) as hugeint) as squares
  from ${result} as one
  join ${result} as other on other.customer_id = one.customer_id and one.way < other.way
  group by ${group} order by ${group}`;
};

/** Different products on the lists. */
export const coverageSql: Sql = sql`select count(distinct case when rank <= ${whole(lengths[0])} then product_id end) as first_products,
    count(distinct product_id) as products from ${list} as list`;
