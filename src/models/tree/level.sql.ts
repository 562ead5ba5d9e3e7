import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, numbered, sumOf, whole } from '../literal.sql.ts';
import type { Criterion } from './impurity.ts';

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
  readonly isFolded: boolean;
}

/** Rows counted by `region, feature, part, bin`, a column a class: `c1 … cg`. Counts are doubles, exact up to 2⁵³. */
export function countsSql(rows: string, features: number, frame: LevelFrame): Sql {
  const keys = raw(frame.isFolded ? 'region, part' : 'region');
  const count = frame.isWeighted ? sql`sum(weight)` : sql`count(*)`;
  const branches = Array.from({ length: features }, (_, i) => {
    const bin = raw(`b${i + 1}`);
    return sql`select ${keys}, ${whole(i)} as feature, ${bin} as bin, class, ${count} as members from ${relationName(rows)} group by ${keys}, ${bin}, class`;
  });
  const columns = frame.masses.map(
    (_, c) => sql`sum(cast(case when class = ${whole(c)} then members else 0 end as double)) as ${raw(`c${c + 1}`)}`,
  );
  return sql`select ${keys}, feature, bin, ${join(columns)} from (${join(branches, ' union all ')}) as counted
    group by ${keys}, feature, bin`;
}

/** `place, feature, bin, c1 … cg` of the nodes that may be split: the counts of their region, without a part where they must not know one. */
function nodeCountsSql(counts: string, candidates: readonly Candidate[], frame: LevelFrame, features: Sql): Sql {
  const cs = numbered('c', frame.masses.length).map((c) => raw(c));
  const rows = candidates.map(
    ({ place, region, without }) =>
      sql`(${whole(place)}, ${whole(region)}, ${without === null ? raw('cast(null as integer)') : whole(without)})`,
  );
  const total = frame.isFolded
    ? sql`(select region, feature, bin, ${join(cs.map((c) => sql`sum(${c}) as ${c}`))}
        from ${relationName(counts)} where feature in ${features} group by region, feature, bin)`
    : sql`(select * from ${relationName(counts)} where feature in ${features})`;
  const own = frame.isFolded
    ? sql`left join ${relationName(counts)} as own
        on own.region = node.region and own.part = node.without and own.feature = total.feature and own.bin = total.bin`
    : sql``;
  const left = cs.map((c) => (frame.isFolded ? sql`total.${c} - coalesce(own.${c}, 0) as ${c}` : sql`total.${c}`));
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

/** Mass times impurity of one side, from its counts by class; see `impurity`. */
function impuritySql(counts: readonly Sql[], { masses, criterion }: LevelFrame): Sql {
  const weighed = counts.map((count, c) => (masses[c] === 1 ? count : sql`${count} * ${double(masses[c]!)}`));
  const mass = sumOf(weighed);
  if (criterion === 'gini')
    return sql`((${mass}) - (${sumOf(weighed.map((one) => sql`(${one}) * (${one})`))}) / (${mass}))`;
  const term = (value: Sql): Sql => sql`case when ${value} > 0 then (${value}) * ln(${value}) else 0 end`;
  return sql`((${mass}) * ln(${mass}) - (${sumOf(weighed.map(term))}))`;
}

/**
 * The best cut of each node and number: `place, feature, below, above` (the bins on both sides of it; `below` −1: missing
 * against known), `missing_first`, `missing` (rows), `improvement`, and the counts of the first child `l1 … lg`. Every cut between two bins that the node has
 * is tried, with the missing values on either side, and missing against known. Of equal ones (to 12 decimals of improvement per
 * mass) the lowest, missing values first.
 */
export function bestCutsSql(
  counts: string,
  candidates: readonly Candidate[],
  frame: LevelFrame,
  numbers: readonly number[],
  withMissing: boolean,
): Sql {
  const of = (letter: string): Sql[] => numbered(letter, frame.masses.length).map((one) => raw(one));
  const [cs, ls, ts, ms] = [of('c'), of('l'), of('t'), of('m')];
  const window = raw('(partition by place, feature order by bin nulls last rows unbounded preceding)');
  const node = raw('(partition by place, feature)');
  const running = [
    sql`lead(bin) over (partition by place, feature order by bin nulls last) as above`,
    ...cs.flatMap((c, i) => [sql`sum(${c}) over ${window} as ${ls[i]!}`, sql`sum(${c}) over ${node} as ${ts[i]!}`]),
    ...(withMissing
      ? cs.map((c, i) => sql`sum(case when bin < 0 then ${c} else 0 end) over ${node} as ${ms[i]!}`)
      : []),
  ];
  const sides = (first: readonly Sql[], missingFirst: boolean, where: Sql): Sql => {
    const second = ts.map((t, i) => sql`${t} - (${first[i]!})`);
    return sql`select place, feature, bin, above, ${raw(String(missingFirst))} as missing_first,
        ${join(first.map((l, i) => sql`${l} as ${ls[i]!}`))}, ${join(second.map((r, i) => sql`${r} as ${raw(`r${i + 1}`)}`))},
        ${join(ts)}, ${withMissing ? sumOf(ms) : whole(0)} as missing
      from running where above is not null and ${where}`;
  };
  const both = withMissing
    ? sql`${sides(ls, true, sql`true`)} union all ${sides(
        ls.map((l, i) => sql`${l} - ${ms[i]!}`),
        false,
        sql`bin >= 0 and ${sumOf(ms)} > 0`,
      )}`
    : sides(ls, true, sql`true`);
  const rs = of('r');
  const mass = sumOf(ts.map((t, c) => (frame.masses[c] === 1 ? t : sql`${t} * ${double(frame.masses[c]!)}`)));
  return sql`with
    node_count as (${nodeCountsSql(counts, candidates, frame, sql`(${join(numbers.map(whole))})`)}),
    running as (select place, feature, bin, ${join([...cs, ...running])} from node_count),
    side as (${both}),
    scored as (
      select *, ${impuritySql(ts, frame)} - ${impuritySql(ls, frame)} - ${impuritySql(rs, frame)} as improvement, ${mass} as mass
      from side where ${sumOf(ls)} >= ${whole(frame.minLeaf)} and ${sumOf(rs)} >= ${whole(frame.minLeaf)}
    ),
    ranked as (
      select *, row_number() over (
        partition by place, feature order by round(improvement / mass * 1e12) desc nulls last, bin nulls last, missing_first desc nulls last
      ) as rank
      from scored
    )
    select place, feature, bin as below, above, missing_first, missing, improvement, ${join(ls)}
    from ranked where rank = 1 order by place, feature`;
}
