import { relationName } from '../../../sql/relation.ts';
import { join, literal, raw, sql, type Sql } from '../../../sql/sql.ts';
import { double, names, numbered, sumOf } from '../../literal.sql.ts';
import { standardisedSql } from '../../rule.sql.ts';
import { nearestRule, type Space } from '../space.ts';

/** Silhouette values are summed in steps of 2⁻⁴⁰. */
export const silhouetteSteps = 2 ** 40;

/**
 * By labelling and cluster: rows `n` and the sum of their silhouettes, `total`, in steps. The table has a row's number
 * `member`, `u1 … up`, and the cluster by each labelling, from 1, in a column of its name.
 *
 * Distances of all pairs are taken once for all labellings: rows that every labelling puts together are a cell, and what
 * is summed is the distance of each row to each cell. Distances and silhouettes are whole numbers of steps, so that the
 * sums are exact.
 */
export function silhouetteSql(table: string, space: Space, labels: readonly string[], steps: number): Sql {
  const positions = numbered('z', space.means.length);
  const keep = ['member', ...labels];
  const rows = standardisedSql(sql`select * from ${relationName(table)}`, nearestRule(space, []), keep);
  const squares = positions.map((z) => sql`(one.${raw(z)} - two.${raw(z)}) * (one.${raw(z)} - two.${raw(z)})`);
  const long = (columns: Sql): Sql =>
    join(
      labels.map((label) => sql`select ${columns}, ${literal(label)} as label, ${names([label])} as place from point`),
      ' union all ',
    );
  const step = (value: Sql): Sql => sql`cast(round(${value}) as bigint)`;
  return sql`with
    point as (
      select ${names([...keep, ...positions])}, dense_rank() over (order by ${names(labels)}) as cell
      from (${rows}) as standardised_row
    ),
    apart as (
      select one.member, two.cell, sum(${step(sql`sqrt(${sumOf(squares)}) * ${double(steps)}`)}) as total
      from point as one cross join point as two
      group by one.member, two.cell
    ),
    placed as (${long(raw('member'))}),
    cell_place as (select distinct cell, label, place from (${long(raw('cell'))}) as listed),
    size as (select label, place, count(*) as n from placed group by label, place),
    to_cluster as (
      select placed.label, placed.member, placed.place as own, cell_place.place as other, sum(apart.total) as total
      from placed
      join apart on apart.member = placed.member
      join cell_place on cell_place.cell = apart.cell and cell_place.label = placed.label
      group by placed.label, placed.member, placed.place, cell_place.place
    ),
    nearest as (
      select to_cluster.label, to_cluster.member, own,
        max(case when other = own then case when n > 1 then cast(total as double) / (n - 1) end end) as inside,
        min(case when other <> own then cast(total as double) / n end) as outside
      from to_cluster
      join size on size.label = to_cluster.label and size.place = to_cluster.other
      group by to_cluster.label, to_cluster.member, own
    ),
    measured as (
      select label, own,
        case when inside < outside then 1 - inside / outside when inside > outside then outside / inside - 1 else 0 end as s
      from nearest
    )
    select label, own as place, count(*) as n, sum(${step(sql`s * ${double(silhouetteSteps)}`)}) as total
    from measured
    group by label, own
    order by label, own`;
}
