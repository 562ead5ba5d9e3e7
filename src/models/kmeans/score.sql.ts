import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Kept } from '../feature-set.sql.ts';
import { double, names, noRows, numbered, sumOf, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import { rankedSql, standardisedSql } from '../rule.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { nearestRule } from './space.ts';
import { membersSql } from './working.sql.ts';

/** The columns of `scores.segment` and their types. */
export const kmeansScoreColumns = {
  customer_id: 'varchar',
  segment: 'varchar',
  distance: 'double',
  second_segment: 'varchar',
  margin: 'double',
} as const;

/** `scores.segment` without rows, where no k-means is fitted. */
export const noKmeansScores: Sql = noRows(kmeansScoreColumns);

/** The centres as a table: `place, segment, m1 … mp`. */
function centresSql({ clusters, space }: FittedKmeans): Sql {
  const rows = clusters.map(
    ({ segment, centre }, c) =>
      sql`(${join([whole(c + 1), literal(segment), ...centre.map((value) => double(value))])})`,
  );
  const columns = ['place', 'segment', ...numbered('m', space.means.length)].join(', ');
  return sql`select * from (values ${join(rows)}) as listed (${raw(columns)})`;
}

/**
 * The segment of every customer: the nearest centre, the second nearest, the distance to the own centre in standard
 * deviations (in the units of the features where they are not standardised), and how much farther the second one is.
 * Customers are assigned by the expression that the fit used, so that segments have the sizes that were fitted. With
 * columns of the table that are `kept`, those are there too that miss a feature, without a segment.
 */
export function kmeansScoreSql(fitted: FittedKmeans, kept?: Kept): Sql {
  const { clusters, matrix, options, space } = fitted;
  const rule = nearestRule(
    space,
    clusters.map((cluster) => cluster.centre),
  );
  const positions = numbered('z', space.means.length);
  const keep = ['customer_id', ...Object.keys(kept ?? {})];
  const members = matrixSql(matrix, membersSql(options.customers), { kept: kept ?? {}, all: kept !== undefined });
  const rows = standardisedSql(members, rule, keep);
  const distance = (centre: string): Sql => {
    const squares = positions.map((z, j) => sql`pow(${raw(z)} - ${raw(`${centre}.m${j + 1}`)}, 2)`);
    return sql`sqrt(${sumOf(squares)})`;
  };
  return sql`select ${names(keep)}, case when distance is not null then segment end as segment, distance,
      case when distance is not null then second_segment end as second_segment,
      case when second_distance > distance then second_distance - distance when distance is not null then 0 end as margin
    from (
      select ${names(keep)}, own.segment, ${distance('own')} as distance, next.segment as second_segment,
        ${distance('next')} as second_distance
      from (${rankedSql(rows, rule, [...keep, ...positions])}) as ranked
      join (${centresSql(fitted)}) as own on own.place = ranked.place
      join (${centresSql(fitted)}) as next on next.place = ranked.next_place
    ) as measured`;
}
