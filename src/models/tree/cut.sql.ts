import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import { double, numbered, sumOf, whole } from '../literal.sql.ts';
import { nodeCountsSql, type Asked, type LevelFrame } from './counts.sql.ts';

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
  asked: Asked,
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
    node_count as (${nodeCountsSql(counts, asked, frame, numbers)}),
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
