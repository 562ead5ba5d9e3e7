import type { Engine } from '../../engine/engine.ts';
import { relationName } from '../../sql/relation.ts';
import { name, sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import { mostItems, type BasketLevel, type BasketOptions } from './options.ts';
import { tables } from './tables.ts';

/** Baskets of one level that count, and those that do not. */
export interface BasketCount {
  /** That count. */
  readonly baskets: number;
  /** With more distinct items than `maxItems`: they count nowhere, so that all counts are of the same baskets. */
  readonly leftOut: number;
  readonly maxItems: number;
  /** Distinct items of the largest basket, left out or not; 0: there is none. */
  readonly largest: number;
  /** Distinct items a basket that counts, on the mean; null: none counts. */
  readonly meanItems: number | null;
}

/** Numbers the items of lines (`basket, customer, item, category`), rare ones first, and keeps the lines with the numbers. */
export async function numberItems(engine: Engine, lines: Sql): Promise<number> {
  const { rows } = await engine.create(
    tables.item,
    sql`select item, category, cast(row_number() over (order by lines, item) as integer) as item_no
      from (select item, min(category) as category, count(*) as lines from (${lines}) as line where item is not null group by item) as counted`,
  );
  await engine.create(
    tables.line,
    sql`select line.basket, line.customer, item.item_no from (${lines}) as line
      join ${relationName(tables.item)} as item on item.item = line.item`,
  );
  return rows;
}

/** Sizes up to 16 apart, larger ones in classes a fifth wide. */
const sizeClass = sql`cast(case when len(items) <= 16 then len(items) else floor(4 * log2(len(items))) end as smallint)`;

/**
 * Gathers what each basket holds; an item counts once. Baskets that hold the same are one bag with a weight: of a million baskets of a shop
 * a quarter and more are like another, and joins are on whole numbers.
 */
export async function gatherBags(
  engine: Engine,
  level: BasketLevel,
  { max_items }: Pick<BasketOptions, 'max_items'>,
): Promise<BasketCount> {
  const maxItems = max_items ?? mostItems[level];
  const owner = name(level);
  const [bag, entry] = [relationName(tables.bag[level]), relationName(tables.entry[level])];
  await engine.create(
    tables.bag[level],
    // The number of a bag says which entries are of one: any will do.
    sql`select items, cast(count(*) as integer) as weight, cast(row_number() over () as integer) as bag_no
      from (
        select list_sort(list_distinct(list(item_no))) as items
        from ${relationName(tables.line)} where ${owner} is not null group by ${owner}
      ) as held
      group by items`,
  );
  await engine.create(
    tables.entry[level],
    sql`select bag_no, unnest(items) as item_no, weight, ${sizeClass} as size_class from ${bag} where len(items) <= ${whole(maxItems)}`,
  );
  await engine.create(
    tables.size[level],
    sql`select ${sizeClass} as size_class, cast(sum(weight) as bigint) as baskets, cast(sum(weight * len(items)) as bigint) as held
      from ${bag} where len(items) <= ${whole(maxItems)} group by size_class`,
  );
  await engine.create(
    tables.single[level],
    sql`select item_no, cast(sum(weight) as bigint) as n from ${entry} group by item_no`,
  );
  const [counted] = await engine.rows(
    sql`select
        cast(coalesce(sum(weight) filter (where len(items) <= ${maxItems}), 0) as bigint) as baskets,
        cast(coalesce(sum(weight) filter (where len(items) > ${maxItems}), 0) as bigint) as left_out,
        cast(coalesce(sum(weight * len(items)) filter (where len(items) <= ${maxItems}), 0) as bigint) as held,
        cast(coalesce(max(len(items)), 0) as bigint) as largest
      from ${bag}`,
    { baskets: 'integer', left_out: 'integer', held: 'integer', largest: 'integer' },
    1,
  );
  await engine.drop(tables.bag[level]);
  const { baskets, left_out: leftOut, held, largest } = counted!;
  return { baskets, leftOut, maxItems, largest, meanItems: baskets === 0 ? null : held / baskets };
}
