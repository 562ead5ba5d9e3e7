import { parquetFiles } from '../../sql/files.ts';
import { literal, sql, type Sql } from '../../sql/sql.ts';
import type { HashedKind } from './hash.sql.ts';

/** A Parquet file of `kind` and `id`: the people that are looked for, and their orders. */
export const idsSql = (file: string, kind: HashedKind): Sql =>
  sql`(select id from ${parquetFiles([file])} where kind = ${literal(kind)})`;

/** What fields of a record are parted by, whatever its delimiter and its format. */
const between = '[,;\\t|"\\r\\n{}\\[\\]]+';

/** The fields of a record as text, as far as they can be told from outside; in JSON a colon stays before a number. */
export const tokensSql = (text: Sql): Sql =>
  sql`list_transform(regexp_split_to_array(${text}, ${literal(between)}), lambda token: trim(token, ' :'''))`;

/** Whether a record as text holds one of the ids. */
export const mentionsSql = (file: string, text: Sql): Sql =>
  sql`coalesce(list_has_any(${tokensSql(text)}, (select coalesce(list(id), []) from ${idsSql(file, 'customer')} as ids)), false)`;
