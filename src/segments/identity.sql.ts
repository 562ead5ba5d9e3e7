import { sql, type Sql } from '../sql/sql.ts';

/**
 * `segments.identity`: the code of every segment there ever was, also on days that were told anew since and in releases that were rolled back.
 *
 * @param known what was known of them before: selects with a column `segment`
 */
export const identitySql = (known: readonly Sql[]): Sql =>
  known.reduce(
    (all, earlier) => sql`${all} union select segment from (${earlier}) as earlier`,
    sql`select segment from scores.segment`,
  );
