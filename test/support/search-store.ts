import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath, relative } from 'node:path';
import { openDuckdb } from '../../src/engine/duckdb.ts';
import { fileLiteral } from '../../src/sql/files.ts';
import { relationName } from '../../src/sql/relation.ts';
import { sql, type Sql } from '../../src/sql/sql.ts';
import { unzip } from '../exports/read-workbook.ts';

/**
 * Everything below a store that has one of some words in it, found without what bezero knows of its places: every file byte by byte; workbooks unpacked; every row of every
 * table of every database and Parquet file as text. Tables are told as `FILE#TABLE`.
 */
export async function searchStore(store: string, words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  const files = readdirSync(store, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const entry of files) {
    const path = joinPath(entry.parentPath, entry.name);
    const called = relative(store, path);
    const bytes = readFileSync(path);
    const texts = entry.name.endsWith('.xlsx') ? [...unzip(path).values()] : [];
    const isIn = (word: string): boolean => bytes.includes(word) || texts.some((text) => text.includes(word));
    if (words.some(isIn)) found.push(called);
    if (entry.name.endsWith('.duckdb')) found.push(...(await searchTables(path, called, words)));
    if (entry.name.endsWith('.parquet') && !found.includes(called) && (await searchFile(path, words)))
      found.push(called);
  }
  return found.sort();
}

const anyIn = (from: Sql, words: readonly string[]): Sql =>
  sql`select count(*) as n from (select cast(one as varchar) as text from ${from} as one) as rows
    where list_bool_or(list_transform(cast(${JSON.stringify(words)} as json)::varchar[], lambda word: contains(text, word)))`;

async function searchFile(path: string, words: readonly string[]): Promise<boolean> {
  const engine = await openDuckdb();
  try {
    const [row] = await engine.rows(anyIn(sql`read_parquet(${fileLiteral(path)})`, words), { n: 'integer' });
    return row!.n > 0;
  } finally {
    await engine.close();
  }
}

async function searchTables(path: string, called: string, words: readonly string[]): Promise<string[]> {
  const engine = await openDuckdb({ file: path, readOnly: true });
  try {
    const tables = await engine.rows(
      sql`select table_schema || '.' || table_name as relation from information_schema.tables
        where table_catalog = current_database() and table_type = 'BASE TABLE' order by relation`,
      { relation: 'text' },
    );
    const found: string[] = [];
    for (const { relation } of tables) {
      const [row] = await engine.rows(anyIn(relationName(relation), words), { n: 'integer' });
      if (row!.n > 0) found.push(`${called}#${relation}`);
    }
    return found;
  } finally {
    await engine.close();
  }
}
