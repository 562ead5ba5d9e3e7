import { join, literal, raw, sql, type Sql } from '../../sql/sql.ts';
import { noRows, whole } from '../literal.sql.ts';
import { matrixSql } from '../matrix.sql.ts';
import type { FittedKmeans } from './fitted.ts';
import { rankedSql } from './lloyd.sql.ts';
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

/**
 * The segment of every customer: the nearest centre, the second nearest, the distance to the own centre in standard deviations (in the
 * units of the features where they are not standardised), and how much farther the second one is. The same expressions as in the fit.
 */
export function kmeansScoreSql(fitted: FittedKmeans): Sql {
  const centres = { factors: fitted.factors, centres: fitted.clusters.map((cluster) => cluster.centre) };
  const matrix = matrixSql(fitted.matrix, membersSql(fitted.options.customers));
  const named = (index: string): Sql => {
    const cases = fitted.clusters.map(({ segment }, c) => sql`when ${whole(c + 1)} then ${literal(segment)}`);
    return sql`case ${raw(index)} ${join(cases, ' ')} end`;
  };
  return sql`select
      customer_id,
      ${named('cluster')} as segment,
      sqrt(nearest) as distance,
      ${named('runner_up')} as second_segment,
      sqrt(next) - sqrt(nearest) as margin
    from (${rankedSql(matrix, centres, ['customer_id'])}) as ranked`;
}
