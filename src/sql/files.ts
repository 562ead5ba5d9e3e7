import { join, literal, name, raw, sql, type Sql } from './sql.ts';

/** A file's path as a literal that stands for this file alone: what would be a pattern is escaped. */
export const fileLiteral = (path: string): Sql => literal(path.replace(/[*?[]/g, (mark) => `[${mark}]`));

/** Parquet files of one shape as a table; `numbered` adds `file_row_number` (0 = first row of its file). */
export const parquetFiles = (files: readonly string[], numbered = false): Sql =>
  sql`read_parquet([${join(files.map(fileLiteral))}]${raw(numbered ? ', file_row_number = true' : '')})`;

/** A headerless CSV file of our own making as a table. */
export const plainCsv = (file: string, columns: Readonly<Record<string, string>>): Sql =>
  sql`read_csv(${fileLiteral(file)}, auto_detect = false, header = false, columns = {${join(
    Object.entries(columns).map(([column, type]) => sql`${name(column)}: ${literal(type)}`),
  )}})`;
