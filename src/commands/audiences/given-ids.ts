import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join as joinPath, resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { fileLiteral } from '../../sql/files.ts';
import { join, literal, name, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';

const column = 'customer_id';

/** The fields of a header row; quotes around them are taken off. */
const fieldsOf = (line: string, delimiter: string): string[] =>
  line.split(delimiter).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));

/** A text file of ids as a select of `customer_id`: a CSV file with such a column, or an id a line. */
function fileSql(file: string): Sql {
  const text = readFileSync(file, 'utf8');
  const header = (text.split(/\r?\n|\r/, 1)[0] ?? '').replace(/^\ufeff/, '');
  const delimiter = [',', ';', '\t', '|'].find((mark) => fieldsOf(header, mark).includes(column));
  if (delimiter !== undefined) {
    const columns = join(
      fieldsOf(header, delimiter).map((field, i) => sql`${name(field === column ? column : `c${i}`)}: 'VARCHAR'`),
    );
    return sql`select ${name(column)} from read_csv(${fileLiteral(file)}, auto_detect = false, header = true, delim = ${literal(delimiter)},
      quote = '"', escape = '"', columns = {${columns}}, null_padding = true)`;
  }
  return sql`select unnest(string_split_regex(content, '[\\r\\n]+')) as customer_id from read_text(${fileLiteral(file)})`;
}

/** What a spreadsheet or an editor left around an id; files for people guard some ids by an apostrophe. */
const trimmed = sql`trim(replace(${raw(column)}, chr(65279), ''), ' ' || chr(9) || chr(13))`;

/**
 * Makes a table of ids, each once: those that were typed, and those of a file (`-`: standard input).
 *
 * @param folder where standard input is kept for the while
 * @throws ConfigError where there is none, or the file cannot be read
 */
export async function readGivenIds(
  engine: Engine,
  table: string,
  { ids, from }: { readonly ids: readonly string[]; readonly from?: string },
  folder: string,
  effects: Effects,
): Promise<number> {
  const sources: Sql[] = ids.map((id) => sql`select ${id} as customer_id`);
  if (from !== undefined) {
    const file = from === '-' ? joinPath(folder, 'input.txt') : resolve(effects.cwd, from);
    if (from === '-') writeFileSync(file, await effects.readInput());
    else if (!existsSync(file)) throw new ConfigError(`--from must be a file that can be read; there is no ${from}`);
    sources.push(fileSql(file));
  }
  if (sources.length === 0) throw new ConfigError('ID must be given, one or more, or a file of them: --from FILE');
  const { rows } = await engine.create(
    table,
    sql`select distinct ${trimmed} as customer_id from (${join(sources, ' union all ')}) as given where ${trimmed} <> ''`,
  );
  if (rows === 0) throw new ConfigError(`--from must hold ids of customers; ${from ?? 'it'} holds none`);
  return rows;
}
