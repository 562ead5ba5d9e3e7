import { relationName } from '../../sql/relation.ts';
import { sql, type Sql } from '../../sql/sql.ts';
import { whole } from '../literal.sql.ts';
import type { BasketLevel } from './options.ts';
import { tables } from './tables.ts';

/** The entries of items in so many baskets or more. */
const frequentEntries = (level: BasketLevel, least: number): Sql =>
  sql`select entry.bag_no, entry.item_no, entry.weight
    from ${relationName(tables.entry[level])} as entry
    join ${relationName(tables.single[level])} as single on single.item_no = entry.item_no
    where single.n >= ${whole(least)}`;

/** Frequent items, `item_no, n`. */
export const singlesSql = (level: BasketLevel, least: number): Sql =>
  sql`select cast(item_no as double) as item_no, cast(n as double) as n
    from ${relationName(tables.single[level])} as single where n >= ${whole(least)} order by single.item_no`;

/** Frequent pairs of items, `first_no, second_no, n`. */
export const pairsSql = (level: BasketLevel, least: number): Sql =>
  sql`with frequent as (${frequentEntries(level, least)})
    select cast(a.item_no as double) as first_no, cast(b.item_no as double) as second_no, cast(sum(a.weight) as double) as n
    from frequent as a
    join frequent as b on b.bag_no = a.bag_no and a.item_no < b.item_no
    group by a.item_no, b.item_no
    having sum(a.weight) >= ${whole(least)}`;

/** Which bags hold which frequent pairs: `candidate` holds the pairs, a prefix of one item and another. */
export const pairOccurrencesSql = (level: BasketLevel): Sql =>
  sql`select a.bag_no, candidate.set_no, a.weight
    from ${relationName(tables.entry[level])} as a
    join ${relationName(tables.candidate)} as candidate on candidate.prefix_no = a.item_no
    join ${relationName(tables.entry[level])} as b on b.bag_no = a.bag_no and b.item_no = candidate.item_no`;

/** Which bags hold which candidates of a size: those with the set that a candidate begins with, and its last item. */
export const occurrencesSql = (level: BasketLevel, size: number): Sql =>
  sql`select held.bag_no, candidate.set_no, held.weight
    from ${relationName(tables.occurrence(size - 1))} as held
    join ${relationName(tables.candidate)} as candidate on candidate.prefix_no = held.set_no
    join ${relationName(tables.entry[level])} as entry on entry.bag_no = held.bag_no and entry.item_no = candidate.item_no`;

/** In how many baskets each candidate is, `set_no, n`; those in too few are left out. */
export const occurrenceCountsSql = (size: number, least: number): Sql =>
  sql`select cast(set_no as double) as set_no, cast(sum(weight) as double) as n
    from ${relationName(tables.occurrence(size))}
    group by set_no
    having sum(weight) >= ${whole(least)}
    order by set_no`;
