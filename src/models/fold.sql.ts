import { join, literal, sql, type Sql } from '../sql/sql.ts';
import { whole } from './literal.sql.ts';

/** The part 0 … folds − 1 of a row: equal ranges of the md5 of its key, compared as text. It never depends on the other rows. */
export function foldSql(md5: Sql, folds: number): Sql {
  const cases = Array.from({ length: folds - 1 }, (_, i) => {
    const bound = Math.round(((i + 1) * 2 ** 32) / folds)
      .toString(16)
      .padStart(8, '0');
    return sql`when ${md5} < ${literal(bound)} then ${whole(i)}`;
  });
  return sql`case ${join(cases, ' ')} else ${whole(folds - 1)} end`;
}
