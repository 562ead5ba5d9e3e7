import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { numbered, sumOf, whole } from '../literal.sql.ts';
import type { Block } from './block.ts';
import type { Criterion } from './impurity.ts';
import { binAt } from './rule.sql.ts';

/** A node that may be split: where its rows are, and the block of those that it must not know (null: it knows all). */
export interface Candidate {
  readonly region: number;
  readonly without: number | null;
}

/** What stays the same on all levels. */
export interface LevelFrame {
  /** Classes, and how much a row of each counts. */
  readonly masses: readonly number[];
  readonly criterion: Criterion;
  readonly minLeaf: number;
  /** Rows stand for several: the working table has `weight`. */
  readonly isWeighted: boolean;
}

/** What of a level is asked about: nodes by their place, and how the rows of their regions are counted. */
export interface Asked {
  readonly candidates: readonly Candidate[];
  readonly blocks: readonly Block[];
}

/** How rows are counted. */
interface Counted {
  readonly classes: number;
  /** Rows stand for several: the working table has `weight`. */
  readonly isWeighted: boolean;
}

/** Rows, or what they stand for. */
export const membersSql = ({ isWeighted }: Pick<Counted, 'isWeighted'>): Sql =>
  isWeighted ? sql`sum(weight)` : sql`count(*)`;

/**
 * Rows counted by `block, feature, bin`, a column a class: `c1 … cg`. Counts are doubles, exact up to 2⁵³. Each feature is counted by
 * two small numbers alone, cell and bin, for which the engine has an array of counters.
 */
export function countsSql(rows: string, features: number, { classes, isWeighted }: Counted): Sql {
  const branches = Array.from({ length: features }, (_, i) => {
    const bin = binAt(i);
    return sql`select cell, ${whole(i)} as feature, cast(${bin} as smallint) as bin, ${membersSql({ isWeighted })} as members
      from ${relationName(rows)} where cell is not null group by cell, ${bin}`;
  });
  const columns = numbered('c', classes).map(
    (column, c) => sql`sum(cast(case when class = ${whole(c)} then members else 0 end as double)) as ${raw(column)}`,
  );
  return sql`select block, feature, bin, ${join(columns)}
    from (
      select cell // ${whole(classes)} as block, cell % ${whole(classes)} as class, feature, bin, members
      from (${join(branches, ' union all ')}) as counted
    ) as told
    group by block, feature, bin`;
}

/** `place, feature, bin, c1 … cg` of the nodes that may be split: the counts of their region, without the block that they must not know. */
export function nodeCountsSql(
  counts: string,
  { candidates, blocks }: Asked,
  frame: LevelFrame,
  features: readonly number[],
): Sql {
  const cs = numbered('c', frame.masses.length).map((c) => raw(c));
  const isParted = blocks.some(({ part }) => part !== null);
  const rows = candidates.map(
    ({ region, without }, place) =>
      sql`(${whole(place)}, ${whole(region)}, ${without === null ? raw('cast(null as integer)') : whole(without)})`,
  );
  const some = sql`feature in (${join(features.map(whole))})`;
  const total = isParted
    ? sql`(select region, feature, bin, ${join(cs.map((c) => sql`sum(${c}) as ${c}`))}
        from (values ${join(blocks.map(({ region }, block) => sql`(${whole(block)}, ${whole(region)})`))}) as listed (block, region)
        join ${relationName(counts)} as part_count on part_count.block = listed.block
        where ${some} group by region, feature, bin)`
    : sql`(select block as region, * exclude (block) from ${relationName(counts)} where ${some})`;
  const own = isParted
    ? sql`left join ${relationName(counts)} as own
        on own.block = node.without and own.feature = total.feature and own.bin = total.bin`
    : sql``;
  const left = cs.map((c) => (isParted ? sql`total.${c} - coalesce(own.${c}, 0) as ${c}` : sql`total.${c}`));
  return sql`select * from (
      select node.place, total.feature, total.bin, ${join(left)}
      from (values ${join(rows)}) as node (place, region, without)
      join ${total} as total on total.region = node.region
      ${own}
    ) as node_count where ${sumOf(cs)} > 0`;
}

/** Counts by node and level of some features: `place, feature, bin, c1 … cg`. */
export const levelCountsSql = (counts: string, asked: Asked, frame: LevelFrame, features: readonly number[]): Sql =>
  sql`${nodeCountsSql(counts, asked, frame, features)} order by place, feature, bin`;
