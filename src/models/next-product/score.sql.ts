import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, whole } from '../literal.sql.ts';
import type { FittedNextProduct } from './fitted.ts';
import { listSql } from './list.sql.ts';
import { basisProducts, similaritySteps, tables, weightSteps } from './tables.ts';

/** So many products are foretold of each customer. */
const foretold = 5;

/** The columns of `scores.next_product`. */
export const nextProductColumns = {
  customer_id: 'varchar',
  rank: 'integer',
  product_id: 'varchar',
  score: 'decimal(18,6)',
  reason: 'varchar',
  basis_product_id: 'varchar',
  share: 'decimal(9,6)',
};

/** `scores.next_product` without rows: nothing is foretold. */
export const noNextProducts: Sql = noRows(nextProductColumns);

/**
 * `scores.next_product`: of each customer the products to offer, and why. The reason is the product of theirs that adds most to the score: `together`, the share of its buyers who bought both;
 * `again`, it is the product itself, the share of its buyers who bought it on several days; `popular`, a best seller, the share of all customers.
 */
export const nextProductSql = ({ used }: FittedNextProduct): Sql =>
  used === null
    ? noNextProducts
    : sql`with
  list as (${listSql(used, foretold)}),
  basis as (
    select list.customer_id, list.rank, neighbour.product_id, neighbour.common, neighbour.buyers,
      row_number() over (
        partition by list.customer_id, list.rank order by had.weight * neighbour.steps desc, neighbour.product_id) as place
    from list
    join ${relationName(tables.bought)} as had on had.customer_id = list.customer_id and had.place <= ${whole(basisProducts)}
    join ${relationName(tables.neighbour)} as neighbour
      on neighbour.product_id = had.product_id and neighbour.neighbour_id = list.product_id
    where not list.is_popular
  ),
  total as (select count(*) as customers from ${relationName(tables.customer)} as customer)
  select list.customer_id, list.rank, list.product_id,
    cast(case when list.is_popular then 0 else cast(list.score as double) / ${double(similaritySteps * weightSteps)} end
      as decimal(18, 6)) as score,
    case when list.is_popular then 'popular' when basis.product_id = list.product_id then 'again' else 'together' end as reason,
    basis.product_id as basis_product_id,
    cast(case when list.is_popular then cast(product.buyers as double) / total.customers
      else cast(basis.common as double) / basis.buyers end as decimal(9, 6)) as share
  from list
  cross join total
  join ${relationName(tables.product)} as product on product.product_id = list.product_id
  left join basis on basis.customer_id = list.customer_id and basis.rank = list.rank and basis.place = 1`;
