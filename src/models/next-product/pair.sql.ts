import { relationName } from '../../sql/relation.ts';
import { raw, sql, type Sql } from '../../sql/sql.ts';
import { double, noRows, whole } from '../literal.sql.ts';
import { leastCommon, neighboursPerProduct, shrinkage, similaritySteps, tables } from './tables.ts';
import type { Rule } from './ways.ts';

const bought = relationName(tables.bought);
const product = relationName(tables.product);

const s = whole(shrinkage);

/** The formulas of `rules`, over the counts and weights of a pair. */
const similarity: Readonly<Record<Rule, Sql>> = {
  share: sql`cast(pair.common as double) / (base.buyers + ${s})`,
  cosine: sql`cast(pair.weights as double) / sqrt(cast(base.squares as double) * cast(neighbour.squares as double))
    * pair.common / (pair.common + ${s})`,
  lift: sql`ln((pair.common + ${s}) / (cast(base.buyers as double) * neighbour.buyers / total.customers + ${s}))`,
};

const steps = (rule: Rule): Sql =>
  sql`cast(round(${double(similaritySteps)} * ${similarity[rule]}) as bigint) as ${raw(rule)}`;

/**
 * Pairs of products that the same customers bought, in both directions, with their similarity by each rule. A product that is bought again is a neighbour of itself: `common`
 * counts who bought it on several days, and its weights are those of these customers. Neighbours that are no longer sold are left out.
 */
export const pairSql: Sql = sql`with
  basis as (select customer_id, product_id, weight from ${bought} as bought where place is not null),
  half as (
    select one.product_id as one_id, other.product_id as other_id, count(*) as common,
      sum(one.weight * other.weight) as weights
    from basis as one
    join basis as other on other.customer_id = one.customer_id and one.product_id < other.product_id
    group by one.product_id, other.product_id
    having count(*) >= ${whole(leastCommon)}
  ),
  pair as (
    select one_id as product_id, other_id as neighbour_id, common, weights from half
    union all
    select other_id, one_id, common, weights from half
    union all
    select product_id, product_id, again, again_squares from ${product} as product
    where is_rebought and again >= ${whole(leastCommon)}
  ),
  total as (select count(distinct customer_id) as customers from basis)
  select pair.product_id, pair.neighbour_id, cast(base.buyers as integer) as buyers,
    cast(neighbour.buyers as integer) as neighbour_buyers, cast(pair.common as integer) as common,
    ${steps('share')}, ${steps('cosine')}, ${steps('lift')}
  from pair
  join ${product} as base on base.product_id = pair.product_id
  join ${product} as neighbour on neighbour.product_id = pair.neighbour_id
  cross join total
  where neighbour.is_sold`;

/** The nearest neighbours of each product by a rule, and itself where it is bought again. */
export const nearestSql = (rule: Rule): Sql => sql`with
  ranked as (
    select product_id, neighbour_id, ${raw(rule)} as steps, buyers, neighbour_buyers, common,
      row_number() over (
        partition by product_id, product_id = neighbour_id order by ${raw(rule)} desc, neighbour_id) as place
    from ${relationName(tables.pair)} as pair
    where ${raw(rule)} > 0
  )
  select product_id, neighbour_id, steps, buyers, neighbour_buyers, common
  from ranked
  where place <= ${whole(neighboursPerProduct)}`;

const columns = {
  product_id: 'varchar',
  neighbour_id: 'varchar',
  similarity: 'decimal(9,6)',
  buyers: 'integer',
  neighbour_buyers: 'integer',
  common: 'integer',
  share: 'decimal(9,6)',
};

/** `models.product_neighbour` without rows. */
export const noNeighbours: Sql = noRows(columns);

/** `models.product_neighbour`: the neighbours that scores are made of. */
export const neighbourSql: Sql = sql`select product_id, neighbour_id,
    cast(cast(steps as double) / ${whole(similaritySteps)} as decimal(9, 6)) as similarity,
    buyers, neighbour_buyers, common, cast(cast(common as double) / buyers as decimal(9, 6)) as share
  from ${relationName(tables.neighbour)} as neighbour`;
