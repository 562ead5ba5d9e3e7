import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { noRows, whole } from '../literal.sql.ts';
import { tables } from './tables.ts';

/** Pairs of items of one category that so many customers or more bought both of, `first_no, second_no, n`. */
export const alikePairsSql = (least: number): Sql =>
  sql`with frequent as (
      select entry.bag_no, entry.item_no, entry.weight, item.category
      from ${relationName(tables.entry.customer)} as entry
      join ${relationName(tables.single.customer)} as single on single.item_no = entry.item_no
      join ${relationName(tables.item)} as item on item.item_no = entry.item_no
      where single.n >= ${whole(least)}
    )
    select a.item_no as first_no, b.item_no as second_no, cast(sum(a.weight) as double) as n
    from frequent as a
    join frequent as b on b.bag_no = a.bag_no and b.category = a.category and a.item_no < b.item_no
    group by a.item_no, b.item_no
    having sum(a.weight) >= ${whole(least)}`;

/** The pairs to look at: frequent ones, and where asked for those that customers buy; how many hold both is known for the one or the other. */
export const lookedAtSql = (withAlike: boolean): Sql =>
  sql`select first_no, second_no, max(both_baskets) as both_baskets, max(both_customers) as both_customers
    from (
      select first_no, second_no, n as both_baskets, cast(null as double) as both_customers
      from ${relationName(tables.frequentPair.basket)} as frequent
      union all
      select first_no, second_no, null, n from ${relationName(tables.alike)} as alike where ${withAlike}
    ) as known
    group by first_no, second_no`;

/** How many baskets hold both of a pair, where that is not known yet: baskets are small, so all their pairs are made, and looked up. */
const inBasketSql: Sql = sql`select a.item_no as first_no, b.item_no as second_no, cast(sum(a.weight) as double) as n
    from ${relationName(tables.entry.basket)} as a
    join ${relationName(tables.entry.basket)} as b on b.bag_no = a.bag_no and a.item_no < b.item_no
    where exists (
      select 1 from ${relationName(tables.pair)} as pair
      where pair.first_no = a.item_no and pair.second_no = b.item_no and pair.both_baskets is null
    )
    group by a.item_no, b.item_no`;

/** The same of customers, who may have hundreds of goods: the first of a pair leads to those who have it, and these to the second. */
const ofCustomerSql: Sql = sql`select pair.first_no, pair.second_no, cast(sum(a.weight) as double) as n
    from (select first_no, second_no from ${relationName(tables.pair)} as looked_at where both_customers is null) as pair
    join ${relationName(tables.entry.customer)} as a on a.item_no = pair.first_no
    join ${relationName(tables.entry.customer)} as b on b.bag_no = a.bag_no and b.item_no = pair.second_no
    group by pair.first_no, pair.second_no`;

const count = (column: Sql): Sql => sql`cast(coalesce(${column}, 0) as double)`;

/** Of the pairs of `tables.pair`, in how many baskets, and of how many customers, the items are alone and together: doubles. */
export const pairCountsSql: Sql = sql`with in_basket as (${inBasketSql}),
  of_customer as (${ofCustomerSql})
  select cast(pair.first_no as double) as first_no, cast(pair.second_no as double) as second_no,
    ${count(sql`pair.both_baskets, in_basket.n`)} as both_baskets,
    ${count(sql`first_basket.n`)} as first_baskets,
    ${count(sql`second_basket.n`)} as second_baskets,
    ${count(sql`pair.both_customers, of_customer.n`)} as both_customers,
    ${count(sql`first_customer.n`)} as first_customers,
    ${count(sql`second_customer.n`)} as second_customers
  from ${relationName(tables.pair)} as pair
  left join in_basket on in_basket.first_no = pair.first_no and in_basket.second_no = pair.second_no
  left join of_customer on of_customer.first_no = pair.first_no and of_customer.second_no = pair.second_no
  left join ${relationName(tables.single.basket)} as first_basket on first_basket.item_no = pair.first_no
  left join ${relationName(tables.single.basket)} as second_basket on second_basket.item_no = pair.second_no
  left join ${relationName(tables.single.customer)} as first_customer on first_customer.item_no = pair.first_no
  left join ${relationName(tables.single.customer)} as second_customer on second_customer.item_no = pair.second_no
  order by pair.first_no, pair.second_no`;

/** Types of the columns of `models.basket_pair`. */
export const basketPairColumns = {
  item: 'varchar',
  other_item: 'varchar',
  relation: 'varchar',
  baskets: 'bigint',
  item_baskets: 'bigint',
  other_baskets: 'bigint',
  all_baskets: 'bigint',
  lift: 'double',
  yules_q: 'double',
  adjusted_p: 'double',
  customers: 'bigint',
  item_customers: 'bigint',
  other_customers: 'bigint',
  all_customers: 'bigint',
  customer_yules_q: 'double',
  customer_adjusted_p: 'double',
} as const;

/** The pairs with their items: `models.basket_pair`. */
export const basketPairsSql: Sql = sql`select one.item, other.item as other_item,
    case found.relation when 1 then 'complements' when -1 then 'substitutes' end as relation,
    cast(found.both_baskets as bigint) as baskets,
    cast(found.first_baskets as bigint) as item_baskets,
    cast(found.second_baskets as bigint) as other_baskets,
    cast(found.all_baskets as bigint) as all_baskets,
    found.lift, found.yules_q, found.adjusted_p,
    cast(found.both_customers as bigint) as customers,
    cast(found.first_customers as bigint) as item_customers,
    cast(found.second_customers as bigint) as other_customers,
    cast(found.all_customers as bigint) as all_customers,
    found.customer_yules_q, found.customer_adjusted_p
  from ${relationName(tables.foundPair)} as found
  join ${relationName(tables.item)} as one on one.item_no = found.first_no
  join ${relationName(tables.item)} as other on other.item_no = found.second_no
  order by one.item, other.item`;

/** The same without a pair. */
export const noBasketPairs: Sql = noRows(basketPairColumns);

/** Groups of goods that go together: `models.basket_group`. */
export const basketGroupsSql: Sql = sql`select cast(found.group_no as integer) as group_no, item.item
  from ${relationName(tables.group)} as found
  join ${relationName(tables.item)} as item on item.item_no = found.item_no
  order by found.group_no, item.item`;

/** Types of its columns. */
export const basketGroupColumns = { group_no: 'integer', item: 'varchar' } as const;

/** The same without a group. */
export const noBasketGroups: Sql = noRows(basketGroupColumns);
