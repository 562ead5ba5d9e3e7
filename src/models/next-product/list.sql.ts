import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { basisProducts, tables } from './tables.ts';
import type { Way } from './ways.ts';

const bought = relationName(tables.bought);
const product = relationName(tables.product);
const popular = relationName(tables.popular);
const customer = relationName(tables.customer);

/** What is not offered: what came back, and what one has that is bought once. */
const isKept = sql`(had.customer_id is null or (not had.is_returned and product.is_rebought))`;

const ofNeighbours = sql`select near.customer_id, near.product_id, near.score
  from (
    select basis.customer_id, neighbour.neighbour_id as product_id,
      cast(sum(basis.weight * neighbour.steps) as bigint) as score
    from ${bought} as basis
    join ${customer} as customer on customer.customer_id = basis.customer_id
    join ${relationName(tables.neighbour)} as neighbour on neighbour.product_id = basis.product_id
    where basis.place <= ${whole(basisProducts)}
    group by basis.customer_id, neighbour.neighbour_id
  ) as near
  join ${product} as product on product.product_id = near.product_id
  left join ${bought} as had on had.customer_id = near.customer_id and had.product_id = near.product_id
  where ${isKept}`;

/** The most days first, then the latest; also what is bought once, as a naive rule does not know it. */
const ofOwnPurchases = sql`select own.customer_id, own.product_id, cast(own.days * 1000 - own.place as bigint) as score
  from ${bought} as own
  join ${customer} as customer on customer.customer_id = own.customer_id
  join ${product} as product on product.product_id = own.product_id
  where own.place is not null and product.is_sold`;

/** Nothing: the lists are the best sellers alone. */
const ofNobody = sql`select cast(null as varchar) as customer_id, cast(null as varchar) as product_id, cast(0 as bigint) as score where false`;

const candidatesOf = (way: Way): Sql => {
  if (way === 'best sellers') return ofNobody;
  return way === 'own purchases' ? ofOwnPurchases : ofNeighbours;
};

/** The first products of `candidates` (`customer_id, product_id, score`); lists that are shorter go on with the best sellers. */
const filledSql = (candidates: Sql, length: number): Sql => sql`with
  allowed as (
    select candidate.customer_id, candidate.product_id, candidate.score, row_number() over (
      partition by candidate.customer_id order by candidate.score desc, candidate.product_id) as place
    from (${candidates}) as candidate
  ),
  nearest as (select customer_id, product_id, score, place from allowed where place <= ${whole(length)}),
  complete as (select customer_id from nearest where place = ${whole(length)}),
  best as (
    select customer.customer_id, popular.product_id, popular.weights
    from ${customer} as customer
    cross join ${popular} as popular
    join ${product} as product on product.product_id = popular.product_id
    left join complete on complete.customer_id = customer.customer_id
    left join nearest on nearest.customer_id = customer.customer_id and nearest.product_id = popular.product_id
    left join ${bought} as had on had.customer_id = customer.customer_id and had.product_id = popular.product_id
    where complete.customer_id is null and nearest.customer_id is null and ${isKept}
  ),
  filled as (
    select customer_id, product_id, score, false as is_popular from nearest
    union all
    select customer_id, product_id, cast(weights as bigint), true from best
  ),
  ranked as (
    select filled.*, row_number() over (
      partition by customer_id order by is_popular, score desc, product_id) as rank
    from filled
  )
  select customer_id, cast(rank as integer) as rank, product_id, score, is_popular
  from ranked
  where rank <= ${whole(length)}`;

/**
 * `customer_id, rank, product_id, score, is_popular`: of each customer the products to offer, by the neighbours that are in place. Best sellers leave out what the rules leave out, so that
 * no rule beats them by that alone.
 */
export const listSql = (way: Way, length: number): Sql => filledSql(candidatesOf(way), length);
