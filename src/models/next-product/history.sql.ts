import { relationName } from '../../sql/relation.ts';
import { literal, sql, type Sql } from '../../sql/sql.ts';
import { double, whole } from '../literal.sql.ts';
import type { NextProductOptions } from './options.ts';
import { bestSellers, productsPerCustomer, shrinkage, tables, weightSteps } from './tables.ts';

const day = (text: string): Sql => sql`cast(${literal(text)} as date)`;

const bought = relationName(tables.bought);
const product = relationName(tables.product);

/**
 * What customers had up to a day, one row per customer and product: `days` on which it was bought, the last of them, whether it ever came back, a `weight` in thousandths that
 * halves with every half-life, and the `place` of the product among those of the customer that were kept, the latest first; null: it came back, or there are too many.
 * Lines without a customer or a product are left out.
 */
export const boughtSql = (until: string, { half_life_days: halfLife }: NextProductOptions): Sql => sql`with
  had as (
    select customer_id, product_id,
      max(case when quantity > 0 then purchased_on end) as last_on,
      count(distinct case when quantity > 0 then purchased_on end) as days,
      max(case when is_return then 1 else 0 end) = 1 as is_returned
    from warehouse.order_line
    where customer_id is not null and product_id is not null and quantity <> 0 and purchased_on <= ${day(until)}
    group by customer_id, product_id
  ),
  placed as (
    select had.*, row_number() over (
      partition by customer_id order by is_returned, last_on desc nulls last, days desc, product_id) as place
    from had
  )
  select customer_id, product_id, last_on, days, is_returned,
    case when not is_returned and place <= ${whole(productsPerCustomer)} then place end as place,
    cast(round(${whole(weightSteps)} * pow(cast(0.5 as double),
      cast(date_diff('day', last_on, ${day(until)}) as double) / ${double(halfLife)})) as bigint) as weight
  from placed`;

/**
 * Products as of a day: who bought them, who did so on another day again, their weights, whether they are still sold, and whether they are bought again: by `again_share` of
 * their buyers or more, where the share is drawn to that of the category as by 10 buyers more.
 */
export const productSql = (until: string, options: NextProductOptions): Sql => sql`with
  counted as (
    select product_id, count(*) as buyers, sum(case when days > 1 then 1 else 0 end) as again,
      sum(weight) as weights, sum(weight * weight) as squares,
      sum(case when days > 1 then weight * weight else 0 end) as again_squares
    from ${bought} as bought
    where place is not null
    group by product_id
  ),
  sold as (
    select product_id, max(purchased_on) as last_on
    from warehouse.order_line
    where quantity > 0 and purchased_on <= ${day(until)} and product_id is not null
    group by product_id
  ),
  known as (
    select counted.*, listed.category,
      date_diff('day', sold.last_on, ${day(until)}) < ${whole(options.on_sale_days)} as is_sold
    from counted
    join warehouse.product as listed on listed.product_id = counted.product_id
    join sold on sold.product_id = counted.product_id
  ),
  category as (
    select category, sum(buyers) as buyers, sum(again) as again
    from known
    group by category
  )
  select known.*,
    cast(known.again as double) + ${whole(shrinkage)} * (cast(category.again as double) / cast(category.buyers as double))
      >= ${double(options.again_share)} * (known.buyers + ${whole(shrinkage)}) as is_rebought
  from known
  join category on category.category = known.category`;

/** The best sellers of those still sold, by the weights of their buyers. */
export const popularSql: Sql = sql`with
  ranked as (
    select product_id, weights, row_number() over (order by weights desc, product_id) as place
    from ${product} as product
    where is_sold
  )
  select product_id, weights, place
  from ranked
  where place <= ${whole(bestSellers)}`;
