import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join as joinPath, resolve } from 'node:path';
import type { Engine } from '../../engine/engine.ts';
import { ConfigError } from '../../errors.ts';
import { unguardSql } from '../../exports/guard.sql.ts';
import { fileLiteral } from '../../sql/files.ts';
import { relationName } from '../../sql/relation.ts';
import { join, raw, sql, type Sql } from '../../sql/sql.ts';
import type { Effects } from '../effects.ts';
import { requireHeader } from '../files/columns.ts';
import { fieldText, readDataFile } from '../files/data-file.ts';
import { probeFile, refuseFolder } from '../init/probe.ts';

const column = 'customer_id';

/** Has a file a column of ids under its name? Of one that cannot be told columns of, whether it speaks of such a column at all. */
async function hasColumn(file: string, shownAs: string): Promise<boolean> {
  if (/\.parquet$/i.test(file)) return true;
  try {
    return (await probeFile(file, shownAs)).columns.some(({ header }) => header === column);
  } catch (error) {
    if (readFileSync(file, 'utf8').includes(column)) throw error;
    return false;
  }
}

/** The ids of a file as a select of `customer_id`: those of its column of that name, or one a line. */
async function fileSql(engine: Engine, file: string, shownAs: string, folder: string): Promise<Sql> {
  if (!(await hasColumn(file, shownAs)))
    return sql`select unnest(string_split_regex(content, '[\\r\\n]+')) as customer_id from read_text(${fileLiteral(file)})`;
  const read = await readDataFile(engine, file, shownAs, folder);
  requireHeader(read, column, '--from');
  return sql`select ${fieldText(read, column)} as customer_id from ${relationName(read.relation)}`;
}

/** An id without what a spreadsheet or an editor left around it. */
const trimmed = sql`trim(replace(${raw(column)}, chr(65279), ''), ' ' || chr(9) || chr(13))`;

/**
 * Makes a table of ids, each once: those that were typed, and those of a file (`-`: standard input), which may
 * be one of ours: the apostrophes that guard its cells are no part of ids.
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
    refuseFolder(statSync(file), from);
    const listed = await fileSql(engine, file, from === '-' ? 'standard input' : from, folder);
    sources.push(sql`select ${unguardSql(trimmed)} as customer_id from (${listed}) as listed`);
  }
  if (sources.length === 0) throw new ConfigError('ID must be given, one or more, or a file of them: --from FILE');
  const { rows } = await engine.create(
    table,
    sql`select distinct ${trimmed} as customer_id from (${join(sources, ' union all ')}) as given where ${trimmed} <> ''`,
  );
  if (rows === 0) throw new ConfigError(`--from must hold ids of customers; ${from ?? 'it'} holds none`);
  return rows;
}
