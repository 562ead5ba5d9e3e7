import { raw, sql, type Sql } from '../sql/sql.ts';

/**
 * Where steps put what they work with: in memory, or on the disk of temporary files, never in the file of the database, which would compress and write what is dropped at
 * once. Its groups of rows are small, so that there is something to share between threads.
 */
export const workingDatabase = (rowGroup = 30_720): Sql =>
  sql`attach if not exists ':memory:' as working (row_group_size ${raw(String(rowGroup))})`;
