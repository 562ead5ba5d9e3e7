import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { numbered, sumOf, whole } from '../literal.sql.ts';
import { classOfCell, partOfCell, regionOfCell, type Cells } from './cell.sql.ts';
import type { Criterion } from './impurity.ts';
import { binAt } from './rule.sql.ts';

/** A node that may be split: its place in a query, where its rows are, and the part it must not know (null: it knows all). */
export interface Candidate {
  readonly place: number;
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
  readonly cells: Cells;
}

/** Rows, or what they stand for. */
export const membersSql = ({ isWeighted }: Pick<LevelFrame, 'isWeighted'>): Sql =>
  isWeighted ? sql`sum(weight)` : sql`count(*)`;

/**
 * Rows counted by `region, part, feature, bin`, a column a class: `c1 … cg`. Counts are doubles, exact up to 2⁵³. Each feature is counted by
 * two small numbers alone, cell and bin, for which the engine has an array of counters.
 */
export function countsSql(rows: string, features: number, frame: LevelFrame): Sql {
  const branches = Array.from({ length: features }, (_, i) => {
    const bin = binAt(i);
    return sql`select cell, ${whole(i)} as feature, cast(${bin} as smallint) as bin, ${membersSql(frame)} as members
      from ${relationName(rows)} where cell is not null group by cell, ${bin}`;
  });
  const columns = frame.masses.map(
    (_, c) => sql`sum(cast(case when class = ${whole(c)} then members else 0 end as double)) as ${raw(`c${c + 1}`)}`,
  );
  const { cells } = frame;
  return sql`select region, part, feature, bin, ${join(columns)}
    from (
      select ${regionOfCell(cells)} as region, ${partOfCell(cells)} as part, ${classOfCell(cells)} as class, feature, bin, members
      from (${join(branches, ' union all ')}) as counted
    ) as told
    group by region, part, feature, bin`;
}

/** `place, feature, bin, c1 … cg` of the nodes that may be split: the counts of their region, without a part where they must not know one. */
export function nodeCountsSql(counts: string, candidates: readonly Candidate[], frame: LevelFrame, features: Sql): Sql {
  const cs = numbered('c', frame.masses.length).map((c) => raw(c));
  const isFolded = frame.cells.parts > 1;
  const rows = candidates.map(
    ({ place, region, without }) =>
      sql`(${whole(place)}, ${whole(region)}, ${without === null ? raw('cast(null as integer)') : whole(without)})`,
  );
  const total = isFolded
    ? sql`(select region, feature, bin, ${join(cs.map((c) => sql`sum(${c}) as ${c}`))}
        from ${relationName(counts)} where feature in ${features} group by region, feature, bin)`
    : sql`(select * from ${relationName(counts)} where feature in ${features})`;
  const own = isFolded
    ? sql`left join ${relationName(counts)} as own
        on own.region = node.region and own.part = node.without and own.feature = total.feature and own.bin = total.bin`
    : sql``;
  const left = cs.map((c) => (isFolded ? sql`total.${c} - coalesce(own.${c}, 0) as ${c}` : sql`total.${c}`));
  return sql`select * from (
      select node.place, total.feature, total.bin, ${join(left)}
      from (values ${join(rows)}) as node (place, region, without)
      join ${total} as total on total.region = node.region
      ${own}
    ) as node_count where ${sumOf(cs)} > 0`;
}

/** Counts by node and level of some features: `place, feature, bin, c1 … cg`. */
export const levelCountsSql = (
  counts: string,
  candidates: readonly Candidate[],
  frame: LevelFrame,
  features: readonly number[],
): Sql =>
  sql`${nodeCountsSql(counts, candidates, frame, sql`(${join(features.map(whole))})`)} order by place, feature, bin`;
